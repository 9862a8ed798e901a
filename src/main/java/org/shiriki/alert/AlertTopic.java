package org.shiriki.alert;

import java.util.List;
import org.shiriki.dialogue.Proof;
import org.shiriki.dialogue.Text;

/// A kind of news, such as county budget and hearings.
///
/// @param about what one will be told, in a sentence
public record AlertTopic(String id, Text title, Text about) {
  /// What phones could not show of it, in words for whoever wrote it.
  public List<String> faults() {
    return new Proof().text("title", title, Proof.LABEL).text("about", about, Proof.PAGE).faults();
  }
}
