package org.shiriki.broadcast;

import java.time.Instant;
import java.util.List;
import org.shiriki.broadcast.Broadcasts.Actor;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.sms.Purpose;

/// What the house's writers write, and who they are.
public final class Drafts {
  public static final Actor ASHA = new Actor("asha", false);
  public static final Actor BAKARI = new Actor("bakari", false);
  public static final Actor DIRECTOR = new Actor("zainab", true);

  static final Audience WATER =
      new Audience.Subscribers(List.of("water"), List.of(), List.of(Language.values()));

  public static final Audience ALL = new Audience.Consented(List.of(), List.of(Language.values()));

  private Drafts() {}

  public static Draft alert() {
    return of(
        Purpose.ALERT,
        Text.of("Maji yatarudi leo. Acha: ONDOA", "Water is back today. Leave: STOP"),
        WATER);
  }

  public static Draft byName() {
    return of(
        Purpose.ALERT,
        Text.of("Habari {jina}, maji leo. Acha: ONDOA", "Hello {name}, water today. Leave: STOP"),
        WATER);
  }

  /// One that leaves at any hour.
  public static Draft emergency(Audience audience) {
    return of(
        Purpose.EMERGENCY,
        Text.of("Mafuriko: panda juu sasa.", "Flood: go to high ground now."),
        audience,
        "the river rises",
        "");
  }

  static Draft political() {
    return of(
        Purpose.POLITICAL,
        Text.of("KECOSCE: piga kura. Acha: ONDOA", "KECOSCE: go and vote. Leave: STOP"),
        WATER,
        "",
        "KECOSCE");
  }

  static Draft of(Purpose purpose, Text text, Audience audience) {
    return of(purpose, text, audience, "", "");
  }

  static Draft of(Purpose purpose, Text text, Audience audience, String reason, String speaker) {
    return new Draft(purpose, text, audience, Instant.EPOCH, reason, speaker);
  }

  /// Writes it, and gets it approved by another.
  ///
  /// @return its id
  public static long approved(Broadcasts broadcasts, Draft draft) {
    var id = broadcasts.draft(draft, ASHA);
    expect(broadcasts.submit(id, ASHA));
    expect(broadcasts.approve(id, DIRECTOR));
    return id;
  }

  private static void expect(Answer answer) {
    if (!answer.equals(new Answer.Done())) {
      throw new AssertionError(answer.toString());
    }
  }
}
