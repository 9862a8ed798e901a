package org.shiriki.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shiriki.api.Reply;

/// An answer of the contract as a template reads it: by the names that the contract gives.
///
/// @param version what an edit of it names, or [Reply#NONE]
public record Doc(JsonNode node, long version) {
  /// Nothing.
  public static final Doc NONE = new Doc(NullNode.getInstance(), Reply.NONE);

  static Doc of(JsonNode node) {
    return new Doc(node, node.path("version").asLong(Reply.NONE));
  }

  /// What stands under a name; names of nested things are joined by dots.
  public Doc at(String name) {
    return of(node.at('/' + name.replace('.', '/')));
  }

  /// Whether anything stands under a name.
  public boolean has(String name) {
    return at(name).present();
  }

  /// Whether this is anything.
  public boolean present() {
    return !node.isMissingNode() && !node.isNull();
  }

  /// The words under a name; empty if there are none.
  public String text(String name) {
    return at(name).text();
  }

  /// The words that this is.
  public String text() {
    return present() ? node.asText() : "";
  }

  /// The number under a name; 0 if there is none.
  public long number(String name) {
    return at(name).node.asLong();
  }

  /// The number with a fraction under a name; 0 if there is none.
  public double amount(String name) {
    return at(name).node.asDouble();
  }

  /// Whether what stands under a name is true.
  public boolean yes(String name) {
    return at(name).node.asBoolean();
  }

  /// The list under a name; empty if there is none.
  public List<Doc> list(String name) {
    return at(name).list();
  }

  /// The list that this is.
  public List<Doc> list() {
    return StreamSupport.stream(node.spliterator(), false).map(Doc::of).toList();
  }

  /// The names of what stands in it.
  public List<String> names() {
    return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  /// The values in it, each by the name that a field of a form has for it: `options.0.sw`.
  public List<Leaf> leaves() {
    return leaves("").toList();
  }

  /// A value and its name.
  public record Leaf(String name, String value) {}

  private Stream<Leaf> leaves(String name) {
    var before = name.isEmpty() ? "" : name + '.';
    if (node.isArray()) {
      var rows = list();
      return IntStream.range(0, rows.size())
          .boxed()
          .flatMap(row -> rows.get(row).leaves(before + row));
    }
    return node.isObject()
        ? names().stream().flatMap(field -> at(field).leaves(before + field))
        : Stream.of(new Leaf(name, text()));
  }

  /// The rows of a page of a list.
  public List<Doc> items() {
    return list("items");
  }

  /// The cursor of the next page; empty on the last.
  public String next() {
    return text("next");
  }

  @Override
  public String toString() {
    return "Doc[…]";
  }
}
