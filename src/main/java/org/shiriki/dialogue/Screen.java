package org.shiriki.dialogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// A place in a conversation: a record that carries all that was said on the way to it.
///
/// It is kept as JSON, named `room.Record`, and can be shown again on another node or another day.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "screen")
public interface Screen {
  /// Whether a person would lose something if the line dropped here. Such a screen is committed
  /// before it is shown, and is offered again on a redial.
  @JsonIgnore
  default boolean holdsWork() {
    return false;
  }

  /// Whether nobody who holds this phone next may see that a person was here. A conversation with
  /// such a screen is never offered again, its receipts travel by no SMS, and no log or count tells
  /// its room.
  @JsonIgnore
  default boolean staysPrivate() {
    return false;
  }
}
