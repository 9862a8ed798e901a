package org.shiriki.safety;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.Queries;
import org.shiriki.pg.Sql;
import org.shiriki.pg.SqlFailure;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;
import org.shiriki.upkeep.Keepsake;
import org.shiriki.upkeep.SealedColumn;

/// Keeps cases in PostgreSQL, what was told sealed for the case. Statements stand in [CaseSql].
public final class PgCases implements Cases {
  /// What was told, once a case has been closed long enough; its line stays, empty.
  public static final Keepsake STORIES_TOLD =
      new Keepsake(
          "safety-cases",
          "sensitive_case",
          "stage = 'CLOSED' and filed_on < $1::timestamptz::date and story is not null",
          "array['case/' || number]",
          "update sensitive_case set story = null, contact = null, word = null");

  public static final SealedColumn STORIES =
      new SealedColumn("sensitive_case", "story", "'case/' || number");

  public static final SealedColumn CONTACTS =
      new SealedColumn("sensitive_case", "contact", "'case/' || number || '/contact'");

  private static final int ATTEMPTS = 10;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ZoneId KENYA = ZoneId.of("Africa/Nairobi");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;
  private final Vault vault;
  private final CaseNumber.Numbers numbers;
  private final OrdinaryDesk ordinary;
  private final Runnable filed;

  /// What is sealed of a case.
  private record Told(
      @JsonProperty("about") String about,
      @JsonProperty("text") String text,
      @JsonProperty("remedy") String remedy,
      @JsonProperty("alone") boolean alone) {}

  /// What is sealed of a person who may be contacted.
  private record Contact(@JsonProperty("wish") Wish wish, @JsonProperty("phone") String phone) {}

  /// The keeper.
  ///
  /// @param ordinary where cases go that a person moves back Keeps them in the database.
  ///
  /// @param filed is told of each that was filed, and of nothing in it
  public PgCases(
      Database database,
      Vault vault,
      CaseNumber.Numbers numbers,
      OrdinaryDesk ordinary,
      Runnable filed) {
    this.database = database;
    this.vault = vault;
    this.numbers = numbers;
    this.ordinary = ordinary;
    this.filed = filed;
  }

  @Override
  public CaseNumber file(
      UUID id, Source source, Residence ward, Story story, Safeguards safeguards, Instant at) {
    for (var attempt = 1; ; attempt++) {
      try {
        var number = insert(numbers.next(), id, source, ward, story, safeguards, at);
        filed.run();
        return number;
      } catch (SqlFailure failure) {
        if (!failure.isDuplicateOf("sensitive_case_pkey") || attempt == ATTEMPTS) {
          throw failure;
        }
      }
    }
  }

  private CaseNumber insert(
      CaseNumber number,
      UUID id,
      Source source,
      Residence ward,
      Story story,
      Safeguards safeguards,
      Instant at) {
    var told = new Told(story.about(), story.text(), story.remedy(), safeguards.alone());
    var word = safeguards.word();
    return database
        .first(
            CaseSql.FILE,
            row -> new CaseNumber(row.getString("number")),
            number.digits(),
            vault.mark("case.draft", id.toString()),
            source.name(),
            ward.code(),
            day(at),
            sealed(told, place(number)),
            contact(number, safeguards),
            word.isEmpty() ? null : mark(number, word))
        .orElseThrow();
  }

  private @Nullable Buffer contact(CaseNumber number, Safeguards safeguards) {
    var phone = safeguards.phone();
    return phone == null
        ? null
        : sealed(new Contact(safeguards.wish(), phone.e164()), contactPlace(number));
  }

  @Override
  public void countGroups(String press, String county, Instant at) {
    var today = day(at);
    database.run(
        CaseSql.COUNT_GROUPS,
        vault.mark("case.groups", press),
        county,
        today.withDayOfMonth(1),
        today);
  }

  @Override
  public Optional<Stage> stage(CaseNumber number, String word, Instant at) {
    return database.first(
        CaseSql.STAGE,
        row -> Stage.valueOf(row.getString("stage")),
        number.digits(),
        mark(number, word),
        time(at),
        time(at.minus(HOUR)),
        MISSES);
  }

  @Override
  public void assign(CaseNumber number, CaseWorker worker, Instant at) {
    database.run(CaseSql.ASSIGN, number.digits(), worker.name(), time(at));
  }

  @Override
  public Case read(CaseNumber number, CaseWorker worker, String reason, Instant at) {
    return open("READ", number, worker, reason, at);
  }

  @Override
  public void advance(CaseNumber number, CaseWorker worker, Stage stage) {
    if (database.change(CaseSql.ADVANCE, number.digits(), worker.name(), stage.name()) == 0) {
      throw new NotTheirs();
    }
  }

  @Override
  public void release(CaseNumber number, CaseWorker worker, String reason, Instant at) {
    var opened = open("RELEASE", number, worker, reason, at);
    if (opened.source() != Source.MOVED) {
      throw new IllegalArgumentException("What was told in confidence stays there");
    }
    handBack(opened, at);
  }

  /// Files what an opened case tells at the ordinary desk, and then forgets it here. Done again
  /// after a crash it files the same report.
  void handBack(Case opened, Instant at) {
    var id = UUID.nameUUIDFromBytes(Buffer.buffer(place(opened.number())).getBytes());
    ordinary.file(id, opened.ward(), opened.story(), at);
    database.run(CaseSql.FORGET, opened.number().digits());
  }

  @Override
  public List<Count> counts(YearMonth month, Places places) {
    return Count.fair(
        tally(CaseSql.BY_WARD, month), ward -> places.ward(ward).map(Ward::county).orElse(""));
  }

  @Override
  public List<Count> groups(YearMonth month) {
    return Count.fair(tally(CaseSql.GROUPS, month), Function.identity());
  }

  private Map<String, Long> tally(Sql sql, YearMonth month) {
    var counted = new HashMap<String, Long>();
    database
        .run(sql, month.atDay(1), month.plusMonths(1).atDay(1))
        .forEach(row -> counted.put(row.getString("place"), row.getLong("cases")));
    return counted;
  }

  private Case open(String act, CaseNumber number, CaseWorker worker, String reason, Instant at) {
    return open(database, act, number, worker, reason, at).orElseThrow(NotTheirs::new);
  }

  /// Opens a case and keeps the attempt, granted or not, in the same statement. Empty if it was not
  /// granted.
  Optional<Case> open(
      Queries queries,
      String act,
      CaseNumber number,
      CaseWorker worker,
      String reason,
      Instant at) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A case is opened for a reason");
    }
    return queries
        .first(
            CaseSql.OPEN,
            row -> row.getBoolean("granted") ? Optional.of(opened(row)) : Optional.<Case>empty(),
            number.digits(),
            worker.name(),
            act,
            reason.strip(),
            time(at))
        .flatMap(granted -> granted);
  }

  private Case opened(Row row) {
    var number = new CaseNumber(row.getString("number"));
    var told = open(row.getBuffer("story"), place(number), Told.class);
    var contact =
        Optional.ofNullable(row.getBuffer("contact"))
            .map(sealed -> open(sealed, contactPlace(number), Contact.class));
    return new Case(
        number,
        Source.valueOf(row.getString("source")),
        Stage.valueOf(row.getString("stage")),
        Residence.parse(row.getString("ward")),
        row.getLocalDate("filed_on"),
        new Story(told.about, told.text, told.remedy),
        new Safeguards(
            told.alone,
            contact.map(Contact::wish).orElse(Wish.NONE),
            contact.map(wished -> new Phone(wished.phone)).orElse(null),
            ""));
  }

  private Buffer sealed(Object value, String place) {
    try {
      return Buffer.buffer(vault.seal(JSON.writeValueAsString(value), place));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A case cannot be written as JSON", failure);
    }
  }

  private <T> T open(Buffer sealed, String place, Class<T> type) {
    try {
      return JSON.readValue(vault.open(sealed.getBytes(), place), type);
    } catch (JsonProcessingException _) {
      throw new IllegalStateException("A case cannot be read as JSON");
    }
  }

  private String mark(CaseNumber number, String word) {
    return vault.mark("case.word", number.digits() + '\n' + SafeWord.plain(word));
  }

  private static String place(CaseNumber number) {
    return "case/" + number.digits();
  }

  private static String contactPlace(CaseNumber number) {
    return place(number) + "/contact";
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, KENYA);
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
