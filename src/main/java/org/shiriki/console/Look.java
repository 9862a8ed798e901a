package org.shiriki.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shiriki.api.Inside;
import org.shiriki.api.Inside.Asker;
import org.shiriki.api.Inside.Outcome;
import org.shiriki.api.Inside.Wish;
import org.shiriki.api.Problem;
import org.shiriki.api.Reply;
import org.shiriki.dialogue.Language;
import org.shiriki.place.Places;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Right;

/// Somebody who looks at a page: who they are, what they want to see, and what the contract answers
/// them.
public final class Look extends Speech {
  /// More rows than this are for sheets.
  private static final int MOST = 5_000;

  private final House house;
  private final Request request;

  Look(House house, Request request) {
    super(request.language(), request.at(), house.lexicon(), house.places(), house.schema());
    this.house = house;
    this.request = request;
  }

  /// What all looks have in common.
  record House(Inside inside, Schema schema, Lexicon lexicon, Places places, Menu menu) {}

  /// What this one asks for.
  ///
  /// @param path the path as it came, `/console/concerns`
  /// @param places the values in the path
  /// @param done the operation that this page comes after; empty for none
  record Request(
      Asker asker,
      String csrf,
      Language language,
      String path,
      Map<String, String> places,
      Map<String, List<String>> query,
      Sending sending,
      String done,
      String origin,
      Instant at) {
    @Override
    public String toString() {
      return "Request[" + asker + ']';
    }
  }

  /// Whether they may do something, somewhere.
  public boolean may(Right right) {
    return request.asker().colleague().filter(colleague -> colleague.may(right)).isPresent();
  }

  /// Whether anybody is signed in.
  public boolean known() {
    return request.asker().colleague().isPresent();
  }

  /// The account of who looks; empty if nobody is signed in.
  public String account() {
    return request.asker().colleague().map(Colleague::account).orElse("");
  }

  /// Asks the contract for something.
  ///
  /// @throws RuntimeException the page is then shown as refused, with the reason
  public Doc ask(String operation) {
    return ask(operation, Map.of(), Map.of());
  }

  /// Asks for something that has values in its path.
  public Doc ask(String operation, Map<String, String> path) {
    return ask(operation, path, Map.of());
  }

  /// Asks for something with values in its path and behind it.
  public Doc ask(String operation, Map<String, String> path, Map<String, List<String>> query) {
    return switch (house.inside().look(Wish.read(operation, path, query), request.asker())) {
      case Outcome.Given(var body, var version, _) ->
          version == Reply.NONE ? Doc.of(body) : new Doc(body, version);
      case Outcome.Came(var body, _, _) -> Doc.of(body);
      case Outcome.Refused(var problem) -> throw new Unshown(problem);
    };
  }

  /// Asks for a list with those values behind the page's path that the list knows as filters.
  public Doc list(String operation, String... filters) {
    return list(operation, Map.of(), filters);
  }

  /// Asks for a list with values in its path.
  public Doc list(String operation, Map<String, String> path, String... filters) {
    var query = new HashMap<String, List<String>>();
    for (var filter : filters) {
      query.put(filter, queries(filter));
    }
    query.put("cursor", queries("cursor"));
    query.values().removeIf(List::isEmpty);
    return ask(operation, path, query);
  }

  /// Asks for something that a page can do without; nothing where it was refused.
  public Doc tried(String operation, Map<String, String> path, Map<String, List<String>> query) {
    try {
      return ask(operation, path, query);
    } catch (Unshown _) {
      return Doc.NONE;
    }
  }

  /// All rows of a list, as far as a page can hold them.
  public List<Doc> all(
      String operation, Map<String, String> path, Map<String, List<String>> query) {
    var rows = new ArrayList<Doc>();
    var wanted = new HashMap<>(query);
    wanted.put("limit", List.of("500"));
    var next = "";
    do {
      var page = ask(operation, path, wanted);
      rows.addAll(page.items());
      next = page.next();
      wanted.put("cursor", List.of(next));
    } while (!next.isEmpty() && rows.size() < MOST);
    return rows;
  }

  /// What a page throws that is not there.
  public RuntimeException missing() {
    return new Unshown(Problem.missing());
  }

  /// Rows of a list to choose from: their ids, and what they are called in the language of who
  /// looks.
  ///
  /// @param name the beginning of the fields that name them: `title` for `titleSw` and `titleEn`
  public List<Choice> choices(List<Doc> rows, String name) {
    return rows.stream()
        .map(row -> new Choice(row.text("id"), say(row.text(name + "Sw"), row.text(name + "En"))))
        .toList();
  }

  /// A value in the page's path.
  public String path(String name) {
    return request.places().getOrDefault(name, "");
  }

  /// The path of the page.
  public String path() {
    return request.path();
  }

  /// A value behind the page's path; empty if there is none.
  public String query(String name) {
    return queries(name).stream().findFirst().orElse("");
  }

  /// The names of all values behind the page's path.
  public Set<String> asked() {
    return request.query().keySet();
  }

  /// The values of a name behind the page's path, without empty ones.
  public List<String> queries(String name) {
    return request.query().getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /// The address of this page with another value behind its path; empty takes it away. A new filter
  /// begins at the first page.
  public String with(String name, String value) {
    var query = new LinkedHashMap<>(request.query());
    query.remove("cursor");
    query.remove(name);
    if (!value.isEmpty()) {
      query.put(name, List.of(value));
    }
    return address(query);
  }

  /// The address of this page.
  public String here() {
    return address(request.query());
  }

  /// The values behind the path as an address has them, `?status=…`; empty for none.
  public String filters() {
    var query = new LinkedHashMap<>(request.query());
    query.remove("cursor");
    return address(query).substring(request.path().length());
  }

  private String address(Map<String, List<String>> query) {
    var values =
        query.entrySet().stream()
            .flatMap(entry ->
                entry.getValue().stream()
                    .filter(value -> !value.isEmpty())
                    .map(value -> entry.getKey() + '=' + encoded(value)))
            .collect(Collectors.joining("&"));
    return request.path() + (values.isEmpty() ? "" : '?' + values);
  }

  /// A value as an address has it.
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// A form for an operation that has no path and changes no version.
  public Form form(String operation) {
    return form(operation, Map.of(), Reply.NONE);
  }

  /// A form for an operation with values in its path.
  public Form form(String operation, Map<String, String> path) {
    return form(operation, path, Reply.NONE);
  }

  /// A form for an operation that changes a version.
  public Form form(String operation, Map<String, String> path, long version) {
    return new Form(this, operation, path, version);
  }

  /// A name for one sending of a form, so that sending it twice does nothing twice.
  public String key() {
    return UUID.randomUUID().toString();
  }

  /// What each form of who looks carries.
  public String csrf() {
    return request.csrf();
  }

  /// The operation that was done just now; empty if none was.
  public String done() {
    return request.done();
  }

  /// When they look.
  public Instant at() {
    return request.at();
  }

  /// The address of the house as this browser knows it, `https://shiriki.example.org`.
  public String origin() {
    return request.origin();
  }

  /// The menu, as far as they may.
  public Menu menu() {
    return house.menu();
  }

  /// The form that was sent and is shown again.
  Sending sending() {
    return request.sending();
  }

  Schema schema() {
    return house.schema();
  }

  Optional<Colleague> colleague() {
    return request.asker().colleague();
  }

  @Override
  public String toString() {
    return "Look[" + request.asker() + ']';
  }
}
