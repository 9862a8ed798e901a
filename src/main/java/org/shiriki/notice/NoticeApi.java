package org.shiriki.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Reply;
import org.shiriki.notice.Notice.Kind;
import org.shiriki.notice.Noticeboard.Place;
import org.shiriki.notice.Noticeboard.Search;

/// What needs the caller now, as far as they may see the things themselves.
public final class NoticeApi implements Api {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  private final Noticeboard board;

  public NoticeApi(Noticeboard board) {
    this.board = board;
  }

  private record Line(
      long id,
      Kind kind,
      String subject,
      String county,
      String theme,
      @Nullable LocalDate due,
      boolean open,
      boolean overdue,
      Instant madeAt,
      @Nullable Instant settledAt) {
    static Line of(Notice notice, LocalDate today) {
      var due = notice.due();
      return new Line(
          notice.id(),
          notice.kind(),
          notice.subject(),
          notice.county(),
          notice.theme(),
          due,
          notice.open(),
          notice.open() && (due == null || due.isBefore(today)),
          notice.madeAt(),
          notice.settledAt());
    }
  }

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("listNotices", this::list);
  }

  private Reply list(Call call) {
    var after = call.after(3).flatMap(NoticeApi::place).orElse(Place.FIRST);
    var found = board.page(search(call), after, call.limit() + 1);
    var page = found.stream().limit(call.limit()).toList();
    var today = LocalDate.ofInstant(call.at(), NAIROBI);
    return new Reply.Rows(
        page.stream().map(notice -> Line.of(notice, today)).toList(),
        found.size() <= call.limit() ? "" : cursor(Place.of(page.getLast())));
  }

  private static Search search(Call call) {
    var kinds =
        call.query("kind")
            .map(Kind::valueOf)
            .map(EnumSet::of)
            .orElseGet(() -> EnumSet.allOf(Kind.class));
    return new Search(
        kinds.stream()
            .collect(Collectors.toMap(kind -> kind, kind -> call.colleague().scope(kind.right()))),
        call.query("open").map(Boolean::valueOf).orElse(null));
  }

  private static String cursor(Place place) {
    return Cursor.of(place.open(), place.due(), place.id());
  }

  private static Optional<Place> place(List<String> cursor) {
    try {
      return Optional.of(
          new Place(
              Boolean.parseBoolean(cursor.get(0)),
              LocalDate.parse(cursor.get(1)),
              Long.parseLong(cursor.get(2))));
    } catch (DateTimeParseException | NumberFormatException _) {
      return Optional.empty();
    }
  }
}
