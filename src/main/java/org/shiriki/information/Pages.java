package org.shiriki.information;

import java.util.List;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;

/// The pages of a topic, each written to fit one screen.
public record Pages(List<String> sw, List<String> en) {
  public Pages {
    sw = List.copyOf(sw);
    en = List.copyOf(en);
  }

  public List<String> in(Language language) {
    return switch (language) {
      case KISWAHILI -> sw;
      case ENGLISH -> en;
    };
  }

  /// Whether every language has as many pages as the others.
  boolean even() {
    return sw.size() == en.size();
  }

  /// All pages as one text that a phone shows page by page.
  Text text() {
    return Text.of(String.join("\f", sw), String.join("\f", en));
  }
}
