package org.shiriki.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Path;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The contract as a gateway serves it, against which its answers are held.
public final class Agreement {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Map<String, Object> document;
  private final OpenAPIContract contract;
  private final ResponseValidator validator;

  private Agreement(Vertx vertx, Map<String, Object> document) {
    this.document = document;
    this.contract = OpenAPIContract.from(vertx, Wire.readable(document)).await();
    this.validator = ResponseValidator.create(vertx, contract);
  }

  public static Agreement of(Vertx vertx, String yaml) {
    try {
      var type = new TypeReference<LinkedHashMap<String, Object>>() {};
      return new Agreement(vertx, YAML.readValue(yaml, type));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public Map<String, Object> document() {
    return document;
  }

  /// What paths of the contract have behind a beginning.
  public List<String> pathsBelow(String beginning) {
    return contract.getPaths().stream()
        .map(Path::getName)
        .filter(path -> path.startsWith(beginning))
        .map(path -> path.substring(beginning.length()))
        .toList();
  }

  /// Fails where an answer is not as the contract says. Problems are held against their schema.
  public void check(String method, String path, int status, String type, Buffer body) {
    var bare = path.replaceAll("\\?.*", "");
    var operation = contract.findOperation(Contract.PATH + bare, HttpMethod.valueOf(method));
    if (operation == null || !type.startsWith("application/")) {
      return;
    }
    if (type.equals("application/problem+json")) {
      var fault = fault("#/components/schemas/Problem", new JsonObject(body));
      if (!fault.isEmpty()) {
        throw new AssertionError("A problem is not as its schema says: " + fault);
      }
      return;
    }
    var answer = ValidatableResponse.create(status, body, type);
    try {
      validator.validate(answer, operation.getOperationId()).await();
    } catch (Exception failure) {
      throw new AssertionError(
          operation.getOperationId() + " answered against its contract: " + body, failure);
    }
  }

  /// What is wrong with a value by a schema of the contract; empty if nothing is.
  ///
  /// @param schema a pointer into the document
  public String fault(String schema, Object value) {
    var whole = Wire.readable(document);
    var root =
        new JsonObject()
            .put("$id", "https://shiriki.example/contract")
            .put("components", whole.getJsonObject("components"))
            .put("paths", whole.getJsonObject("paths"))
            .put("$ref", schema);
    var options =
        new JsonSchemaOptions()
            .setBaseUri("https://shiriki.example")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic);
    var result = Validator.create(JsonSchema.of(root), options).validate(value);
    return Boolean.TRUE.equals(result.getValid()) ? "" : String.valueOf(result.toJson());
  }
}
