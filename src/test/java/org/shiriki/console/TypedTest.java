package org.shiriki.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedTest {
  private static final String SCHEMA =
      """
      {"type":"object","required":["title","rows","opens"],"properties":{
        "title":{"type":"object","required":["sw","en"],"properties":{
          "sw":{"type":"string"},"en":{"type":"string"}}},
        "audience":{"type":"string"},
        "opens":{"type":"string","format":"date-time"},
        "pages":{"type":"array","items":{"type":"string"}},
        "rows":{"type":"array","items":{"type":"object","required":["text","kind"],"properties":{
          "text":{"type":"string"},"kind":{"type":"string","enum":["A","B"]},
          "skip":{"type":"boolean"}}}}}}
      """;

  private static String body(Object... fields) throws Exception {
    var typed = new LinkedHashMap<String, List<String>>();
    for (var index = 0; index < fields.length; index += 2) {
      typed.put(fields[index].toString(), List.of(fields[index + 1].toString().split("\\|", -1)));
    }
    var document = new JsonMapper().readTree(SCHEMA);
    return new Typed(Map.copyOf(typed)).body(new Schema(document, document)).toString();
  }

  @Test
  void a_row_in_which_only_a_choice_stands_is_left_out() throws Exception {
    var body =
        body("rows.0.text", "Yes", "rows.0.kind", "A", "rows.1.text", "", "rows.1.kind", "A");

    assertThat(body).isEqualTo("{\"rows\":[{\"text\":\"Yes\",\"kind\":\"A\"}]}");
  }

  @Test
  void words_of_several_fields_of_one_name_are_joined() throws Exception {
    assertThat(body("audience", "counties|003|004")).contains("\"audience\":\"counties 003 004\"");
  }

  @Test
  void rows_of_plain_words_keep_their_line_breaks_and_lose_the_blank_ones() throws Exception {
    assertThat(body("pages.0", "one\ntwo", "pages.1", " ", "pages.2", "three"))
        .contains("\"pages\":[\"one\\ntwo\",\"three\"]");
  }

  @Test
  void words_that_must_be_there_are_sent_blank_for_the_rules_to_judge() throws Exception {
    assertThat(body("title.sw", "", "title.en", ""))
        .contains("\"title\":{\"sw\":\"\",\"en\":\"\"}");
  }

  @Test
  void a_time_on_the_clock_of_nairobi_is_sent_as_the_contract_wants_it() throws Exception {
    assertThat(body("opens", "2026-12-01T08:00")).contains("\"opens\":\"2026-12-01T05:00:00Z\"");
  }

  @Test
  void what_is_typed_below_a_name_is_read_by_the_names_there() {
    var typed = new Typed(Map.of("words.title.sw", List.of("Maji"), "id", List.of("x")));

    assertThat(typed.below("words").fields()).containsOnly(Map.entry("title.sw", List.of("Maji")));
  }
}
