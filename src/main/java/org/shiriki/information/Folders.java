package org.shiriki.information;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shiriki.staff.AuditEntry;

/// Keeps topics with all their versions, for staff. Each change is made only to the version of the
/// folder that its maker has seen, and its line of the audit is kept with it.
public interface Folders {
  /// A topic by its id, shown or not.
  Optional<Folder> find(String id);

  /// Which topics are listed, in the order of the menu.
  ///
  /// @param position where the page begins: behind the topic with this place and id
  /// @param dueBy only those to be reviewed by this day; null for all
  /// @param shown only those that phones show, or do not; null for both
  record Search(int position, String id, @Nullable LocalDate dueBy, @Nullable Boolean shown) {
    /// All, from the first.
    static final Search ALL = new Search(-1, "", null, null);
  }

  List<Folder> page(Search search, int limit);

  /// One version of a topic.
  Optional<Edition> edition(String id, long number);

  /// The versions of a topic, the newest first.
  ///
  /// @param before where the page begins: with the version before this one
  List<Edition> editions(String id, long before, int limit);

  /// Keeps a new topic, which phones do not show yet.
  ///
  /// @param once the same call makes nothing twice
  /// @return whether it is kept; not if another has its id
  boolean add(Edition first, int position, UUID once, AuditEntry entry);

  /// Keeps another version of the words; phones go on showing what they show.
  ///
  /// @param seen the version of the folder that is changed
  /// @return whether that is still how the folder stands
  boolean revise(Edition next, long seen, AuditEntry entry);

  /// Lets phones show a version of a topic from now on, or [Folder#NONE].
  ///
  /// @param seen as for [#revise]
  boolean show(String id, long number, long seen, AuditEntry entry);

  /// Gives a topic another place in the menu.
  ///
  /// @param seen as for [#revise]
  boolean move(String id, int position, long seen, AuditEntry entry);
}
