package org.shiriki.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiriki.place.Residence;
import org.shiriki.safety.SafetyScreen.Heard;

class DangerWordsTest {
  private static final DangerWords WORDS = DangerWords.read(Path.of("config"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mume wangu ananipiga kila usiku",
        "ANANIPIGA!!",
        "ana-nipiga? hapana, alinipiga.",
        "annanippiga",
        "Kuna ubakaji hapa kijijini",
        "mtoto alinajisiwa na jirani",
        "Wamekuja na panga na bunduki",
        "wana mapaanga usiku",
        "risasi zilipigwa sokoni",
        "Wanasema watu hao wahame au wauawe",
        "wamepigwa na polisi kituoni",
        "Ofisa anataka mlungula kwa cheti",
        "daktari anaomba hongo",
        "nataka kufa",
        "nimechoka, heri nife",
        "vijana wanachochea chuki",
        "mtu amekufa kwa kupigwa",
        "karao wamenichapa jana",
        "alidungwa kisu stage",
        "alipigwa ngeta jana usiku",
        "My husband beats me at the borehole",
        "She was RAPED",
        "rap\u00e9 attempt then she was r\u00e1ped",
        "they came with guns",
        "he threatened to burn my house",
        "I want to die",
        "the clerk asked for a bribe",
        "al-Shabaab wanaandikisha vijana"
      })
  void danger_is_found(String text) {
    assertThat(WORDS.foundIn(text)).as(text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?!",
        "Maji hayatoki tangu Jumatatu",
        "Nilipiga simu mara tatu, hakuna jibu",
        "piga simu kwa ofisi",
        "Daktari alinipiga picha ya kifua",
        "wapiga kura hawajui kituo",
        "Mpiga picha wa kaunti",
        "tumepigwa faini sokoni",
        "Mbuzi wamekufa kwa ukame",
        "ng'ombe wanakufa, samaki kufa mtoni",
        "Dawa ya kuua mbu haijaja",
        "tunahitaji kuua wadudu shambani",
        "maua ya shule",
        "Panga mkutano wa wadi",
        "kupanga nyumba ni ghali",
        "Mji haujapangwa vizuri",
        "mtoto hajadungwa sindano ya surua",
        "alidungwa chanjo",
        "Ndovu wamevamia shamba",
        "shamba limevamiwa na nzige",
        "daraja linatishia kuanguka",
        "the bridge is threatening to collapse",
        "grapes and rapeseed grow here",
        "the pipe was wrapped and rapped",
        "Please begin the road, gum boots needed",
        "kill mosquitoes in the drains",
        "goats were killed by the drought",
        "chuki ya barabara mbovu",
        "wananchi wahame kwa mafuriko? tunahitaji msaada",
        "The hospital has no skilled nurse",
        "Shule haina choo"
      })
  void an_ordinary_report_stays_one(String text) {
    assertThat(WORDS.foundIn(text)).as(text).isFalse();
  }

  @Test
  void one_innocent_phrase_does_not_hide_another_danger() {
    assertThat(WORDS.foundIn("alinipiga picha kisha alinipiga")).isTrue();
  }

  @Test
  void a_remedy_is_heard_too_and_all_that_was_written_goes_along() {
    var id = new UUID(1, 2);
    var ward = new Residence.In("0079");

    var heard = WORDS.hear(id, "water", ward, "Maji hakuna", "Wanatuuzia kwa bunduki");

    assertThat(heard)
        .contains(new Heard(id, ward, new Story("water", "Maji hakuna", "Wanatuuzia kwa bunduki")));
    assertThat(WORDS.hear(id, "water", ward, "Maji hakuna", "Bomba")).isEmpty();
  }

  @Test
  void of_violent_groups_no_word_is_taken_along() {
    var ward = new Residence.In("0079");

    var heard = WORDS.hear(new UUID(1, 2), "water", ward, "Al-Shabaab wana bunduki", "");

    assertThat(heard).contains(new SafetyScreen.Groups());
  }

  @Test
  void a_word_that_is_too_short_to_look_for_is_a_fault() {
    var entry = new DangerWords.Entry("x", List.of("*a", "panga"), List.of());

    assertThat(entry.faults()).containsExactly("is too short to be looked for: *a");
  }
}
