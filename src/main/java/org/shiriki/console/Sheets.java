package org.shiriki.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.shiriki.api.Inside;
import org.shiriki.api.Inside.Asker;
import org.shiriki.api.Inside.Listing;
import org.shiriki.api.Inside.Wish;
import org.shiriki.api.Problem;
import org.shiriki.api.Sheet;

/// Lists of the contract as files: CSV, and XLSX for spreadsheets. `_rows` names a list within what
/// an operation answers that is no list itself.
record Sheets(Inside inside) {
  /// More rows than this are for programs, page by page.
  private static final int MOST = 10_000;

  private static final Problem TOO_MANY =
      new Problem(
          422,
          "urn:shiriki:problem:too-many",
          "Too many rows",
          "A file takes " + MOST + " rows at most: filter the list first.",
          List.of());

  /// What is told in confidence leaves the house in no file (do-no-harm rule 5).
  private static final Set<String> CONFIDENTIAL =
      Set.of("listCases", "listOwnCases", "listCaseViews", "listCaseHandlers");

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  void send(RoutingContext call, Asker asker, Look look) {
    var operation = Objects.requireNonNull(call.pathParam("operation"));
    var query = new HashMap<String, List<String>>();
    var path = new HashMap<String, String>();
    call.queryParams()
        .names()
        .forEach(name -> {
          if (name.startsWith("_path.")) {
            path.put(name.substring(6), look.query(name));
          } else if (!look.queries(name).isEmpty()) {
            query.put(name, look.queries(name));
          }
        });
    var xlsx = look.query("_as").equals("xlsx");
    query.remove("_as");
    query.remove("_rows");
    query.remove("cursor");
    var wish = Wish.read(operation, Map.copyOf(path), query);
    var part = look.query("_rows");
    var sheet =
        Sheet.of(
            part.isEmpty()
                ? rows(wish, asker)
                : look.ask(operation, wish.path(), query).list(part).stream()
                    .map(Doc::node)
                    .toList());
    call.response()
        .putHeader("Content-Type", xlsx ? XLSX : "text/csv; charset=utf-8")
        .putHeader(
            "Content-Disposition",
            "attachment; filename=\"" + operation + (xlsx ? ".xlsx\"" : ".csv\""))
        .end(xlsx ? workbook(operation, sheet) : Buffer.buffer(sheet.csv()));
  }

  private List<JsonNode> rows(Wish wish, Asker asker) {
    if (CONFIDENTIAL.contains(wish.operation())) {
      throw new Unshown(Problem.missing());
    }
    return switch (inside.rows(wish, asker, MOST)) {
      case Listing.Rows(var rows) -> rows;
      case Listing.Refused(var problem) -> throw new Unshown(problem);
      case Listing.TooMany() -> throw new Unshown(TOO_MANY);
    };
  }

  private static Buffer workbook(String name, Sheet sheet) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "Shiriki", "1.0")) {
      var page = workbook.newWorksheet(name);
      var columns = sheet.columns();
      for (var column = 0; column < columns.size(); column++) {
        page.value(0, column, columns.get(column));
        page.style(0, column).bold().set();
        for (var row = 0; row < sheet.lines().size(); row++) {
          switch (sheet.lines().get(row).get(columns.get(column))) {
            case Number number -> page.value(row + 1, column, number);
            case null -> page.value(row + 1, column, "");
            case Object words -> page.value(row + 1, column, words.toString());
          }
        }
      }
      page.freezePane(0, 1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
