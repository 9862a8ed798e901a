package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.citizen.Citizen;
import org.shiriki.citizen.CitizenScreen.ChooseWard;
import org.shiriki.citizen.FirstName;
import org.shiriki.concern.Move;
import org.shiriki.concern.PgDesk;
import org.shiriki.concern.Reference;
import org.shiriki.concern.Replies;
import org.shiriki.concern.ReplyProof;
import org.shiriki.concern.Sheet;
import org.shiriki.concern.Status;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Frame;
import org.shiriki.dialogue.HouseScreen.MainMenu;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Reply;
import org.shiriki.dialogue.Turn;
import org.shiriki.incident.Incident;
import org.shiriki.privacy.Operator;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.rights.Correction;
import org.shiriki.rights.RequestDesk;
import org.shiriki.safety.PgHandling;
import org.shiriki.sms.Carrier;
import org.shiriki.sms.Dispatch;
import org.shiriki.sms.Heard;
import org.shiriki.sms.Inbox;
import org.shiriki.sms.Incoming;
import org.shiriki.sms.Letter;
import org.shiriki.sms.Message;
import org.shiriki.sms.Message.Lane;
import org.shiriki.sms.Opening;
import org.shiriki.sms.Outcome;
import org.shiriki.sms.Purpose;
import org.shiriki.sms.Report;
import org.shiriki.sms.Segments;
import org.shiriki.sms.Verdict;
import org.shiriki.upkeep.Hold;
import org.shiriki.ussd.Drop;

/// What carries a person's words or number does not print them, wherever it may be printed.
class QuietRecordsTest {
  private static final Phone PHONE = new Phone("+254712345678");
  private static final PhoneKey KEY = new PhoneKey("u8Zk3vVb");
  private static final Conversation CONVERSATION =
      new Conversation(
          Caller.STRANGER, List.of(new Frame(new MainMenu(), List.of(0), 0)), 0, "2*1*Kisima");

  @Test
  void what_is_printed_holds_no_words_and_no_number() {
    var reply =
        new Reply(
            CONVERSATION, "You wrote: Kisima", true, Reply.Outcome.DONE, "Kisima", "concern", "");
    var turn = new Turn("turn", PHONE, KEY, Caller.STRANGER, TestGateway.noon());
    var message = new Message(KEY, PHONE, Lane.REPLY, "Kisima", "late/turn");

    var parcel = new Carrier.Parcel("", "Kisima", List.of(PHONE));
    var verdicts = new Outcome.Answered(Map.of(PHONE, new Verdict.Accepted("ATXid_1", "0")));
    var report = new Report("ATXid_1", "Success", new Report.Arrived(), KEY, Operator.UNKNOWN);
    var dispatch =
        new Dispatch(
            KEY, "late/turn", PHONE, Lane.REPLY, Purpose.SERVICE, "", "Kisima", 1, turn.now(), "1");
    var segments = Segments.of("Kisima ŵ");

    var letter = new Letter("1", KEY, PHONE, "Kisima", turn.now(), 1);
    var incoming = new Incoming("1", "+254712345678", "Kisima", turn.now());
    var heard = new Heard("concern", Optional.empty(), "Kisima", "Kisima", "");
    var opening = new Opening(new ChooseWard("Kisima", new MainMenu()), "Kisima");
    var ending = new Inbox.Ending(CONVERSATION, false, message);
    var drop = new Drop(KEY, Language.ENGLISH, turn.now(), CONVERSATION);
    var name = new FirstName("Kisima");
    var citizen =
        new Citizen(KEY, Caller.STRANGER, name, Operator.AIRTEL, List.of(), List.of(), turn.now());
    var asker = new RequestDesk.Asker(KEY, PHONE);
    var correction = new Correction(null, null, name);
    var facts =
        new Incident.Facts(
            Incident.Kind.LOSS,
            Incident.Role.CONTROLLER,
            turn.now(),
            List.of("Kisima"),
            1,
            "Kisima",
            "");
    var hold = new Hold(new UUID(0, 1), "citizen/u8Zk3vVb", "Kisima", "dpo", turn.now());
    var cared = List.of(asker, correction, facts, hold);
    var words =
        List.of(letter, incoming, heard, opening, ending, drop, name, citizen, atTheDesk(turn));

    var printed =
        List.of(
                words,
                cared,
                CONVERSATION,
                reply,
                turn,
                message,
                parcel,
                verdicts,
                report,
                dispatch,
                segments)
            .toString();

    assertThat(printed).doesNotContain("Kisima", "712345678", "u8Zk3vVb");
  }

  /// What staff read of a concern and write about it.
  private static List<Object> atTheDesk(Turn turn) {
    var reference = new Reference("R5FF83Y");
    var at = turn.now();
    return List.of(
        new Sheet.Event(1, Status.ANSWERED, "Kisima", null, null, "zainab", at),
        new Sheet.Note(new UUID(1, 1), "zainab", "Kisima", at),
        new Replies.Waiting(reference, 2, reference, "Kisima"),
        new Move.Tell("Kisima", true),
        new Move.Refer("desk", "Kisima"),
        new Move.Bring(Status.FIXED, "Kisima"),
        new Move.Reopen("Kisima"),
        new org.shiriki.concern.Outcome.Happening(Status.ANSWERED, "Kisima", null, null),
        ReplyProof.of("Kisima"),
        new PgDesk.Revealed(PHONE.e164()),
        new PgHandling.Revealed(PHONE.e164()));
  }
}
