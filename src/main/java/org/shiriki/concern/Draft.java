package org.shiriki.concern;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.shiriki.office.Category;
import org.shiriki.place.Residence;

/// A concern on its way to being filed, with all that was said so far.
///
/// @param id made when the way begins: filing the same draft again gives the same reference
/// @param text what is wrong, in the person's own words
/// @param remedy what would fix it, or empty
/// @param anonymous whether it is filed without any trace of who did; so until the person says that
///   they may be answered
public record Draft(
    UUID id, String category, Residence ward, String text, String remedy, boolean anonymous) {
  static final int LONGEST = 300;
  private static final int SHORTEST = 5;

  /// A draft that says only what it is about.
  ///
  /// @param press what names the press that it begins with: the same press makes the same draft
  static Draft about(String category, String press) {
    var id = UUID.nameUUIDFromBytes((press + '\n' + category).getBytes(UTF_8));
    return new Draft(id, category, new Residence.Unasked(), "", "", true);
  }

  /// The draft with what it is about.
  Draft about(Category category) {
    return new Draft(id, category.id(), ward, text, remedy, anonymous);
  }

  /// The draft with its place, if it had none yet.
  Draft in(Residence place) {
    return ward.answered() ? this : new Draft(id, category, place, text, remedy, anonymous);
  }

  /// The draft with what is wrong. Words too few to be understood are kept: these continue them.
  Draft writing(String typed) {
    var words = tooShort() ? text + ' ' + typed : typed;
    return new Draft(id, category, ward, tidy(words), remedy, anonymous);
  }

  /// The draft with what would fix it.
  Draft fixedBy(String typed) {
    return new Draft(id, category, ward, text, tidy(typed), anonymous);
  }

  Draft anonymous(boolean without) {
    return new Draft(id, category, ward, text, remedy, without);
  }

  /// When the draft counts as filed. Without a name it is the day, so that the time leads to nobody
  /// whose session is kept.
  Instant filed(Instant now) {
    return anonymous
        ? now.atZone(ZoneId.of("Africa/Nairobi")).truncatedTo(ChronoUnit.DAYS).toInstant()
        : now;
  }

  @JsonIgnore
  boolean tooShort() {
    return text.codePointCount(0, text.length()) < SHORTEST;
  }

  /// The words on one line, ended at a word and with dots where they are too many.
  private static String tidy(String typed) {
    var words = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (words.codePointCount(0, words.length()) <= LONGEST) {
      return words;
    }
    var cut = words.substring(0, words.offsetByCodePoints(0, LONGEST - "...".length()));
    var space = cut.lastIndexOf(' ');
    return (space > LONGEST / 2 ? cut.substring(0, space) : cut) + "...";
  }

  @Override
  public String toString() {
    return "Draft[hidden]";
  }
}
