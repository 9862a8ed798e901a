package org.shiriki.information;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Text;

/// A topic in full, as the API tells it.
///
/// @param shown the version that phones show; null if none
record TopicSheet(
    String id,
    int position,
    long number,
    @Nullable Long shown,
    String author,
    Instant at,
    Words words) {
  static TopicSheet of(Folder folder) {
    var latest = folder.latest();
    return new TopicSheet(
        folder.id(),
        folder.position(),
        latest.number(),
        visible(folder),
        latest.author(),
        latest.at(),
        Words.of(latest.topic()));
  }

  /// The words of a topic as they are sent.
  record Words(
      Text keyword,
      Text title,
      Confidence confidence,
      boolean sensitive,
      boolean neverSms,
      LocalDate reviewBy,
      String verify,
      List<String> sources,
      Pages pages) {
    Topic topic(String id) {
      return new Topic(
          id, keyword, title, confidence, sensitive, neverSms, reviewBy, verify, sources, pages);
    }

    static Words of(Topic topic) {
      return new Words(
          topic.keyword(),
          topic.title(),
          topic.confidence(),
          topic.sensitive(),
          topic.neverSms(),
          topic.reviewBy(),
          topic.verify(),
          topic.sources(),
          topic.pages());
    }
  }

  /// A topic in a list.
  record Line(
      String id,
      int position,
      String titleSw,
      String titleEn,
      long number,
      @Nullable Long shown,
      LocalDate reviewBy,
      boolean overdue,
      Confidence confidence,
      boolean sensitive,
      String author,
      long version) {}

  /// A version in a list.
  record VersionLine(
      long number, String author, Instant at, String titleSw, String titleEn, LocalDate reviewBy) {}

  /// A version in full.
  record Version(String id, long number, String author, Instant at, Words words) {}

  /// The version that phones show; null if none.
  static @Nullable Long visible(Folder folder) {
    return folder.shown() == Folder.NONE ? null : Long.valueOf(folder.shown());
  }
}
