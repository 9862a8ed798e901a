package org.shiriki.dialogue;

import java.util.ArrayList;
import java.util.List;

/// One page of a screen as a phone shows it, for whoever writes the words.
///
/// @param screen what the writer calls the screen, such as `question 1`
/// @param page counted from 1
/// @param septets how many it has, of the 156 that fit
/// @param text as it stands on the phone, keys included
public record Preview(String screen, Language language, int page, int septets, String text) {
  /// All pages of a view on a USSD phone, in the order in which `98` turns them.
  public static List<Preview> of(String screen, View view, Language language) {
    var layout = Layout.of(view, language, false, Door.USSD);
    var pages = new ArrayList<Preview>();
    var next = 0;
    do {
      var page = layout.page(next, "");
      var septets = Gsm7.septets(page.text());
      pages.add(new Preview(screen, language, pages.size() + 1, septets, page.text()));
      next = page.next();
    } while (next > 0);
    return List.copyOf(pages);
  }
}
