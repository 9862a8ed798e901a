package org.shiriki.phrase;

import static org.shiriki.console.Page.Group.LISTEN;
import static org.shiriki.staff.Right.CONCERN_ANSWER;

import java.util.List;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// Words that are ready, in the browsers of staff.
public final class PhrasePages implements Pages {
  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/phrases",
            CONCERN_ANSWER,
            LISTEN,
            Text.of("Majibu tayari", "Ready replies"),
            look -> View.of("phrase/list.jte").with("phrases", look.ask("listPhrases"))));
  }
}
