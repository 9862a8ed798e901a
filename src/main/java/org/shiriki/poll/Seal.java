package org.shiriki.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shiriki.poll.Ballot.Choice;

/// What remains of a poll when it is over: its count, its receipts, and a hash over both.
///
/// The hash is a promise that nothing was changed later. It goes over a random `salt` too, which is
/// not published: without it, whoever knows all but a hidden count could try the few that it may
/// be. An auditor who is given the salt and the counts can compute it.
///
/// @param could how many are registered in the places that were asked, on that day
/// @param invited how many were sent an invitation
/// @param day when it was sealed
/// @param receipts of all ballots, in the order of the alphabet
/// @param breakdown none for polls of before there was one
public record Seal(
    Tally tally,
    int could,
    int invited,
    LocalDate day,
    List<Receipt> receipts,
    Breakdown breakdown,
    String salt,
    String hash) {
  public Seal {
    receipts = receipts.stream().sorted().toList();
  }

  /// Seals a count.
  static Seal of(
      Poll poll,
      Tally tally,
      int could,
      int invited,
      LocalDate day,
      List<Receipt> receipts,
      Breakdown breakdown,
      String salt) {
    var open = new Seal(tally, could, invited, day, receipts, breakdown, salt, "");
    var hash = hash(open.canonical(poll));
    return new Seal(tally, could, invited, day, receipts, breakdown, salt, hash);
  }

  /// Whether nothing was changed since it was sealed.
  public boolean holds(Poll poll) {
    return hash.equals(hash(canonical(poll)));
  }

  /// The text that the hash goes over: a line each for salt, poll, figures, question, count,
  /// receipt and count of a group.
  String canonical(Poll poll) {
    var text = new StringBuilder("shiriki poll seal 1\n").append(salt).append('\n');
    text.append(poll.id()).append(' ').append(poll.opens()).append(' ').append(poll.closes());
    text.append('\n').append(poll.audience().code()).append('\n');
    text.append("%d %d %d %s%n".formatted(could, invited, tally.people(), day).replace("\r", ""));
    for (var number = 1; number <= poll.questions().size(); number++) {
      text.append(words(poll.question(number), number));
    }
    tally.counts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(ORDER))
        .forEach(count ->
            text.append(count.getKey().question())
                .append(' ')
                .append(count.getKey().option())
                .append(' ')
                .append(count.getValue())
                .append('\n'));
    receipts.forEach(receipt -> text.append(receipt).append('\n'));
    breakdown.lines().forEach(line -> text.append(line.canonical()).append('\n'));
    return text.toString();
  }

  private static final Comparator<Choice> ORDER =
      Comparator.comparingInt(Choice::question).thenComparingInt(Choice::option);

  private static String words(Question question, int number) {
    return question.options().stream()
        .map(option -> option.sw() + '\t' + option.en() + '\n')
        .collect(
            Collectors.joining(
                "", number + "\t" + question.text().sw() + '\t' + question.text().en() + '\n', ""));
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("This Java knows no SHA-256", failure);
    }
  }
}
