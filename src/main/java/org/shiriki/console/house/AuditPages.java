package org.shiriki.console.house;

import static org.shiriki.console.Page.Group.CARE;
import static org.shiriki.staff.Right.AUDIT_SEE;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiriki.console.Doc;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// What was done by whom, and how the gateway is set up: for those who watch over the house.
public final class AuditPages implements Pages {
  private static final int USUAL_DAYS = 7;
  private static final ZoneOffset KENYA = ZoneOffset.ofHours(3);

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/audit", AUDIT_SEE, CARE, Text.of("Kumbukumbu za kazi", "Audit"), AuditPages::audit),
        Page.listed(
            "/settings", AUDIT_SEE, CARE, Text.of("Mipangilio", "Settings"), AuditPages::settings));
  }

  private static View audit(Look look) {
    var from = from(look);
    var query = query(look, from);
    return View.of("house/audit.jte")
        .with("page", look.ask("listAudit", Map.of(), query))
        .with("filters", filters(query))
        .with("from", from)
        .with(
            "verified",
            look.query("verify").isEmpty() ? Doc.NONE : look.ask("verifyAudit", Map.of()));
  }

  /// The first day that is shown: whoever has not searched yet sees the last week.
  private static String from(Look look) {
    var searched =
        Stream.of("actor", "action", "subject", "from", "until").anyMatch(look.asked()::contains);
    return searched
        ? look.query("from")
        : LocalDate.ofInstant(look.at(), KENYA).minusDays(USUAL_DAYS).toString();
  }

  /// What is searched for, as the contract wants it: days of Nairobi are times there.
  private static Map<String, List<String>> query(Look look, String from) {
    var query = new LinkedHashMap<String, List<String>>();
    for (var name : List.of("actor", "action", "subject", "cursor")) {
      Optional.of(look.query(name).strip())
          .filter(words -> !words.isEmpty())
          .ifPresent(words -> query.put(name, List.of(words)));
    }
    day(from).ifPresent(day -> query.put("from", List.of(begin(day))));
    day(look.query("until")).ifPresent(day -> query.put("until", List.of(begin(day.plusDays(1)))));
    return query;
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static String begin(LocalDate day) {
    return day.atStartOfDay().toInstant(KENYA).toString();
  }

  private static String filters(Map<String, List<String>> query) {
    var parts = new ArrayList<>(query.entrySet());
    parts.removeIf(part -> part.getKey().equals("cursor"));
    return parts.isEmpty()
        ? ""
        : parts.stream()
            .map(part -> part.getKey() + '=' + Look.encoded(part.getValue().getFirst()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static View settings(Look look) {
    return View.of("house/settings.jte").with("page", look.ask("listSettings"));
  }
}
