package org.shiriki.safety;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case as those read it who are named on it.
///
/// @param about the kind that was chosen, or the category of the ordinary report that it was
/// @param remedy what would fix it, of an ordinary report; otherwise empty
/// @param alone whether nobody else uses the phone
/// @param phone the number, masked; null unless contact is wished
/// @param handlers who is named on it
public record CaseSheet(
    String number,
    Source source,
    Stage stage,
    String ward,
    LocalDate filedOn,
    String about,
    String text,
    String remedy,
    boolean alone,
    Wish wish,
    @Nullable String phone,
    List<String> handlers,
    long version) {
  public CaseSheet {
    handlers = List.copyOf(handlers);
  }

  static CaseSheet of(Case open, List<String> handlers, long version) {
    var safeguards = open.safeguards();
    var phone = safeguards.phone();
    return new CaseSheet(
        open.number().written(),
        open.source(),
        open.stage(),
        open.ward().code(),
        open.filed(),
        open.story().about(),
        open.story().text(),
        open.story().remedy(),
        safeguards.alone(),
        safeguards.wish(),
        phone == null ? null : phone.masked(),
        handlers,
        version);
  }

  @Override
  public String toString() {
    return "CaseSheet[hidden]";
  }
}
