package org.shiriki.dialogue;

import java.util.ArrayList;
import java.util.List;

/// What a phone will show, page by page, for whoever writes it.
public final class Preview {
  private Preview() {}

  /// The pages of a view by USSD, each with its keys.
  public static List<String> pages(View view, Language language) {
    var layout = Layout.of(view, language, false, Door.USSD);
    var pages = new ArrayList<String>();
    var next = 0;
    do {
      var page = layout.page(next, "");
      pages.add(page.text());
      next = page.next();
    } while (next > 0);
    return List.copyOf(pages);
  }
}
