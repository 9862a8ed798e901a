package org.shiriki.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A simulated phone in the terminal: it plays the keys that it was given, or asks the person at
/// the keyboard.
public final class TerminalPhone {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int HTTP_OK = 200;
  private static final int HTTP_BAD_REQUEST = 400;
  private static final int RULE = 40;
  private static final int LONGEST_WAIT_MILLIS = 90_000;

  /// The call cannot go on, for a reason that a person can read.
  private static final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private CallFailure(String reason) {
      super(reason);
    }
  }

  private final Json json = new Json();
  private final BufferedReader keyboard;
  private final PrintStream out;
  private final PrintStream errors;
  private final Map<String, String> environment;

  TerminalPhone(
      BufferedReader keyboard,
      PrintStream out,
      PrintStream errors,
      Map<String, String> environment) {
    this.keyboard = keyboard;
    this.out = out;
    this.errors = errors;
    this.environment = environment;
  }

  static void main(String[] words) {
    System.setProperty("logback.configurationFile", "simulator/terminal-log.xml");
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    var errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    System.exit(new TerminalPhone(keyboard, out, errors, System.getenv()).run(words));
  }

  /// Makes one call; the answer is the exit status.
  int run(String... words) {
    DialArguments asked;
    try {
      asked = DialArguments.parse(List.of(words), environment);
    } catch (IllegalArgumentException wrong) {
      errors.println("%s. %s".formatted(wrong.getMessage(), DialArguments.USAGE));
      return MISUSED;
    }
    var vertx = Vertx.vertx();
    try {
      call(asked, WebClient.create(vertx));
      return OK;
    } catch (CallFailure failure) {
      errors.println(failure.getMessage());
      return FAILED;
    } finally {
      vertx.close().await();
    }
  }

  private void call(DialArguments asked, WebClient client) {
    out.println("dials " + asked.code());
    var screen = show(send(client, asked, "dial", "code", asked.code()));
    var typed = asked.keys() == null;
    var keys = asked.keys() == null ? keyboard.lines().iterator() : asked.keys().iterator();
    while (screen.open() && (typed ? prompted(keys) : keys.hasNext())) {
      var key = keys.next();
      if (!typed) {
        out.println("keys  " + key);
      }
      screen = show(send(client, asked, "answer", "text", key));
    }
    if (screen.open()) {
      send(client, asked, "hangup", "phone", asked.phone().international());
    } else {
      checkEnd(asked, screen, keys);
    }
  }

  private boolean prompted(Iterator<String> keys) {
    out.print("answer> ");
    out.flush();
    return keys.hasNext();
  }

  private static void checkEnd(DialArguments asked, Screen screen, Iterator<String> keys) {
    if (!screen.problem().isEmpty()) {
      throw new CallFailure(screen.problem());
    }
    if (asked.keys() != null && keys.hasNext()) {
      var left = new ArrayList<String>();
      keys.forEachRemaining(left::add);
      throw new CallFailure("The session ended with keys left: " + String.join(",", left));
    }
  }

  private Screen show(Screen screen) {
    out.println("+" + "-".repeat(RULE));
    screen.screen().lines().forEach(line -> out.println("| " + line));
    out.println("+" + "-".repeat(RULE) + " " + size(screen));
    if (screen.open() && !screen.problem().isEmpty()) {
      out.println("! " + screen.problem());
    }
    return screen;
  }

  private static String size(Screen screen) {
    var size = "%d/%d".formatted(screen.septets(), Screen.ROOM);
    return screen.tooLong() ? size + ", too long for one screen" : size;
  }

  private Screen send(
      WebClient client, DialArguments asked, String path, String field, String value) {
    var order = new LinkedHashMap<>(Map.of("phone", asked.phone().international()));
    order.put(field, value);
    var response =
        client
            .postAbs(asked.url() + Simulator.PATH + "/api/" + path)
            .timeout(LONGEST_WAIT_MILLIS)
            .putHeader("Content-Type", "application/json")
            .sendBuffer(Buffer.buffer(json.write(order)))
            .recover(_ -> Future.failedFuture(noGateway(asked)))
            .await();
    return screen(asked, response);
  }

  private Screen screen(DialArguments asked, HttpResponse<Buffer> response) {
    var body = Optional.ofNullable(response.bodyAsString()).orElse("");
    try {
      return switch (response.statusCode()) {
        case HTTP_OK -> json.read(body, Screen.class);
        case HTTP_BAD_REQUEST -> throw new CallFailure(json.read(body, Problem.class).detail());
        default -> throw noSimulator(asked);
      };
    } catch (IllegalArgumentException _) {
      throw noSimulator(asked);
    }
  }

  private static CallFailure noGateway(DialArguments asked) {
    return new CallFailure(
        "No gateway answers at %s. Start one with ./scripts/run".formatted(asked.url()));
  }

  private static CallFailure noSimulator(DialArguments asked) {
    return new CallFailure(
        "What answers at %s has no simulator. Start the gateway with SHIRIKI_CARRIER=simulator"
            .formatted(asked.url()));
  }
}
