package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.api.Reply;
import org.shiriki.console.Doc;
import org.shiriki.information.Change.Kind;
import org.shiriki.information.Change.Piece;

class ChangeTest {
  private static Doc doc(String json) throws JsonProcessingException {
    return new Doc(new JsonMapper().readTree(json.replace('\'', '"')), Reply.NONE);
  }

  @Test
  void only_the_words_that_differ_are_gone_and_new() throws Exception {
    var changes =
        Change.between(
            doc("{'title':{'sw':'Maji','en':'Water'},'pages':{'en':['Ask on Monday please']}}"),
            doc("{'title':{'sw':'Maji','en':'Water'},'pages':{'en':['Ask on Friday please']}}"));

    assertThat(changes)
        .containsExactly(
            new Change(
                "pages",
                "1",
                "en",
                List.of(
                    new Piece(Kind.SAME, "Ask on"),
                    new Piece(Kind.GONE, "Monday"),
                    new Piece(Kind.NEW, "Friday"),
                    new Piece(Kind.SAME, "please"))));
  }

  @Test
  void a_page_that_is_new_and_one_that_is_gone_are_told() throws Exception {
    var before = doc("{'pages':{'sw':['A','B']}}");
    var after = doc("{'pages':{'sw':['A']}}");

    assertThat(Change.between(before, after))
        .containsExactly(new Change("pages", "2", "sw", List.of(new Piece(Kind.GONE, "B"))));
    assertThat(Change.between(after, before))
        .containsExactly(new Change("pages", "2", "sw", List.of(new Piece(Kind.NEW, "B"))));
    assertThat(Change.between(after, after)).isEmpty();
  }
}
