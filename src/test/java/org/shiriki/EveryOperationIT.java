package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Right;

/// What holds for each operation that the contract has, tried one by one on a running gateway.
class EveryOperationIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final Set<String> FOR_ALL = Set.of("PUBLIC", "ANYBODY");

  private static TestGateway gateway;
  private static Desk director;
  private static JsonNode contract;

  private record Operation(String method, String path, JsonNode text) {
    String id() {
      return text.path("operationId").asText();
    }

    String right() {
      return text.path("x-right").asText();
    }

    boolean takes(String parameter) {
      return text.path("parameters").toString().contains("/" + parameter + "\"");
    }

    /// The path with the contract's examples in it.
    String examplePath() {
      var filled = path;
      for (var parameter : text.path("parameters")) {
        var whole = resolved(parameter);
        if (whole.path("in").asText().equals("path")) {
          filled =
              filled.replace(
                  "{" + whole.path("name").asText() + "}", whole.path("example").asText());
        }
      }
      return filled;
    }

    Desk.Said say(Desk desk, Optional<String> body) {
      return desk.say(method.toUpperCase(java.util.Locale.ROOT), examplePath(), body);
    }

    Optional<String> exampleBody() {
      return takesJson() ? Optional.of(json(text).path("example").toString()) : Optional.empty();
    }

    boolean takesJson() {
      return !json(text).isMissingNode();
    }

    private static JsonNode json(JsonNode text) {
      return text.path("requestBody").path("content").path("application/json");
    }
  }

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url());
    director = Desk.director(gateway);
    contract = new JsonMapper().valueToTree(director.agreement().document());
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static JsonNode resolved(JsonNode node) {
    var reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : contract.at(reference.substring(1));
  }

  private static List<Operation> operations() {
    var all = new ArrayList<Operation>();
    contract
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method ->
                    all.add(new Operation(method.getKey(), path.getKey(), method.getValue()))));
    return all;
  }

  private static Stream<DynamicTest> each(Consumer<Operation> check) {
    return operations().stream()
        .map(operation -> dynamicTest(operation.id(), () -> check.accept(operation)));
  }

  @TestFactory
  Stream<DynamicTest> has_its_words_a_right_and_examples_that_keep_its_schemas() {
    return each(operation -> {
      assertThat(operation.id()).matches("[a-z][A-Za-z]+");
      assertThat(operation.text().path("summary").asText()).endsWith(".");
      assertThat(operation.text().path("tags")).hasSize(1);
      assertThat(operation.right()).isIn(rights());
      assertThat(operation.text().at("/responses/default/$ref").asText())
          .isEqualTo("#/components/responses/Problem");
      operation
          .text()
          .path("parameters")
          .forEach(parameter ->
              assertThat(resolved(parameter).has("example"))
                  .as("example of " + resolved(parameter).path("name"))
                  .isTrue());
      examples(operation);
    });
  }

  private static List<String> rights() {
    return Stream.concat(FOR_ALL.stream(), Stream.of(Right.values()).map(Right::name)).toList();
  }

  private static void examples(Operation operation) {
    if (operation.text().has("requestBody")) {
      keeps(operation, "/requestBody");
    }
    operation
        .text()
        .path("responses")
        .properties()
        .forEach(response -> {
          if (response.getKey().startsWith("2")
              && resolved(response.getValue()).path("content").has("application/json")) {
            keeps(operation, "/responses/" + response.getKey());
          }
        });
  }

  private static void keeps(Operation operation, String where) {
    var media = operation.text().at(where + "/content/application~1json");
    if (media.isMissingNode()) {
      return;
    }
    var pointer =
        "#/paths/%s/%s%s/content/application~1json/schema"
            .formatted(operation.path().replace("/", "~1"), operation.method(), where);
    assertThat(media.has("example")).as("example of " + operation.id() + where).isTrue();
    assertThat(director.agreement().fault(pointer, value(media.path("example")))).isEmpty();
  }

  private static Object value(JsonNode node) {
    return node.isArray()
        ? new io.vertx.core.json.JsonArray(node.toString())
        : new io.vertx.core.json.JsonObject(node.toString());
  }

  @TestFactory
  Stream<DynamicTest> refuses_a_caller_without_a_token() {
    var stranger = Desk.stranger(gateway);
    return each(operation -> {
      var said = operation.say(stranger, operation.exampleBody());

      if (!operation.right().equals("PUBLIC")) {
        assertThat(said.status()).isEqualTo(401);
      } else {
        assertThat(said.status()).isIn(200, 204, 401, 422);
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> refuses_a_caller_without_the_right() {
    var nobody = director.colleague(TOWN.database(), "nobody");
    return operations().stream()
        .filter(operation -> !FOR_ALL.contains(operation.right()))
        .map(operation ->
            dynamicTest(
                operation.id(),
                () -> {
                  var said = operation.say(nobody, operation.exampleBody());

                  assertThat(said.status()).isEqualTo(403);
                  assertThat(said.at("/detail")).contains(operation.right());
                }));
  }

  @TestFactory
  Stream<DynamicTest> refuses_a_body_that_is_not_as_agreed() {
    var all = director.colleague(TOWN.database(), "all", everything());
    return operations().stream()
        .filter(Operation::takesJson)
        .map(operation ->
            dynamicTest(
                operation.id(),
                () -> {
                  var desk = operation.takes("IfMatch") ? all.match("\"1\"") : all;

                  var said = operation.say(desk, Optional.of("{'nonsense':1}"));

                  assertThat(said.status()).isEqualTo(400);
                  assertThat(said.json().at("/errors")).isNotEmpty();
                }));
  }

  @TestFactory
  Stream<DynamicTest> asks_for_the_version_where_an_update_may_be_lost() {
    var all = director.colleague(TOWN.database(), "all-too", everything());
    return operations().stream()
        .filter(operation -> operation.takes("IfMatch"))
        .map(operation ->
            dynamicTest(
                operation.id(),
                () -> {
                  var said = operation.say(all, operation.exampleBody());

                  assertThat(said.status()).isEqualTo(428);
                }));
  }

  private static org.shiriki.staff.Grant[] everything() {
    return Stream.of(org.shiriki.staff.Role.values())
        .map(org.shiriki.staff.Grant::everywhere)
        .toArray(org.shiriki.staff.Grant[]::new);
  }
}
