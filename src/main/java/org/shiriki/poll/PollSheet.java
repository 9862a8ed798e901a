package org.shiriki.poll;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.poll.Dossier.Life;

/// A poll in full, as the API tells it.
record PollSheet(
    String id,
    Life life,
    String author,
    boolean sealed,
    @Nullable Instant publishedAt,
    Words words,
    @Nullable MethodBox method) {
  /// What a poll asks, as it is sent.
  record Words(
      Text title,
      Audience audience,
      List<Language> languages,
      Instant opens,
      Instant closes,
      String sponsor,
      String conductor,
      boolean electionRelated,
      List<Question> questions) {
    Poll poll(PollId id) {
      return new Poll(
          id,
          title,
          audience,
          Set.copyOf(languages),
          opens,
          closes,
          sponsor,
          conductor,
          electionRelated,
          questions);
    }

    private static Words of(Poll poll) {
      return new Words(
          poll.title(),
          poll.audience(),
          poll.languages().stream().sorted().toList(),
          poll.opens(),
          poll.closes(),
          poll.sponsor(),
          poll.conductor(),
          poll.electionRelated(),
          poll.questions());
    }
  }

  /// A poll in a list.
  record Line(
      String id,
      Life life,
      String titleSw,
      String titleEn,
      Audience audience,
      Instant opens,
      Instant closes,
      boolean electionRelated,
      String author,
      boolean sealed,
      boolean described,
      @Nullable Instant publishedAt) {
    static Line of(Dossier dossier, Instant now) {
      var poll = dossier.poll();
      return new Line(
          poll.id().text(),
          dossier.at(now),
          poll.title().sw(),
          poll.title().en(),
          poll.audience(),
          poll.opens(),
          poll.closes(),
          poll.electionRelated(),
          dossier.author(),
          dossier.sealed(),
          dossier.method() != null,
          dossier.publishedAt());
    }
  }

  static PollSheet of(Dossier dossier, Instant now) {
    return new PollSheet(
        dossier.id().text(),
        dossier.at(now),
        dossier.author(),
        dossier.sealed(),
        dossier.publishedAt(),
        Words.of(dossier.poll()),
        dossier.method());
  }
}
