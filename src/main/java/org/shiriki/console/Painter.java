package org.shiriki.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;

/// Makes HTML of views; whatever people wrote stays text in it.
final class Painter {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  String paint(View view, Look look) {
    var values = new HashMap<>(view.values());
    values.put("look", look);
    var html = new StringOutput();
    engine.render(view.template(), values, html);
    return html.toString();
  }
}
