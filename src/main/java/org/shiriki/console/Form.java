package org.shiriki.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiriki.api.Problem;

/// A form whose sending is an operation of the contract.
///
/// @param path the values in the operation's path
/// @param version what it changes, or [Reply#NONE]
public record Form(Look look, String operation, Map<String, String> path, long version) {
  /// What it is known by among the forms of its page.
  public String id() {
    return operation
        + path.values().stream().map(value -> '-' + value).sorted().reduce("", String::concat);
  }

  /// Whether it was sent just now, and not done, or is shown again with its answer.
  public boolean sent() {
    return look.sending().form().equals(id());
  }

  /// What was typed into a field, or else what stands there now.
  public String value(String name, String now) {
    return sent() ? look.sending().typed().first(name).orElse("") : now;
  }

  /// The values of a field that can have several.
  public List<String> values(String name, List<String> now) {
    return sent() ? look.sending().typed().fields().getOrDefault(name, List.of()) : now;
  }

  /// How many rows of a list the form shows filled: as many as were typed, or else as many as there
  /// are now.
  ///
  /// @param below what must be typed in a row for it to count; empty for anything
  public int rows(String list, String below, int now) {
    return sent() ? look.sending().typed().rows(list, below) : now;
  }

  /// What is wrong with a field; empty if nothing is.
  public String fault(String name) {
    var pointer = '/' + name.replace('.', '/');
    return problem().stream()
        .flatMap(problem -> problem.errors().stream())
        .filter(fault -> fault.field().equals(pointer) || fault.field().equals(name))
        .map(Problem.Fault::detail)
        .findFirst()
        .orElse("");
  }

  /// Why it was not done.
  public Optional<Problem> problem() {
    return sent() ? look.sending().problem() : Optional.empty();
  }

  /// The answer, where the page shows it.
  public Optional<Doc> answer() {
    return answer(operation);
  }

  /// The answer of another operation that was asked what it says of what is typed here.
  public Optional<Doc> answer(String other) {
    return sent() && look.sending().operation().equals(other)
        ? look.sending().answer()
        : Optional.empty();
  }

  /// Whether a field must be filled in.
  public boolean required(String name) {
    return schema().map(schema -> schema.requires(name)).orElse(false);
  }

  /// What kind of field of a page takes it: `text`, `area`, `number`, `select`, `checkbox`, `date`,
  /// `datetime-local`.
  public String kind(String name) {
    var field = field(name);
    return switch (field.kind()) {
      case CHOICE -> "select";
      case WHOLE, NUMBER -> "number";
      case YES -> "checkbox";
      case DAY -> "date";
      case TIME -> "datetime-local";
      case LIST, THING -> "area";
      case WORDS -> field.longest().orElse(0) > 120 ? "area" : "text";
    };
  }

  /// How many characters a field takes; nothing for no bound.
  public String longest(String name) {
    var longest = field(name).longest();
    return longest.isPresent() ? Integer.toString(longest.getAsInt()) : "";
  }

  /// A bound of a number.
  public String bound(String name, String which) {
    return field(name).bound(which);
  }

  /// What a field may be, in words.
  public List<Choice> choices(String name) {
    var field = field(name);
    var items = field.kind() == Schema.Kind.LIST ? field.items() : field;
    return items.choices().stream().map(value -> new Choice(value, look.word(value))).toList();
  }

  private Schema field(String name) {
    return schema()
        .map(schema -> schema.field(name))
        .filter(Schema::present)
        .orElseThrow(() -> new IllegalArgumentException(operation + " has no field " + name));
  }

  private Optional<Schema> schema() {
    return look.schema().body(operation);
  }

  @Override
  public String toString() {
    return "Form[" + id() + ']';
  }
}
