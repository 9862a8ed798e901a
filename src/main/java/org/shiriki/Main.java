package org.shiriki;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.shiriki.pg.DataFolderInUse;
import org.shiriki.web.PortInUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gateway's way in.
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int BAD_SETTINGS = 2;
  private static final int FAILED = 1;

  private Main() {}

  /// Runs the gateway until it is told to stop, or one of [Commands].
  static void main(String[] arguments) throws InterruptedException {
    var status =
        arguments.length == 1 && Commands.knows(arguments[0])
            ? command(arguments[0], System.out, System.err)
            : run(System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int command(String name, PrintStream out, PrintStream err) {
    try {
      var settings =
          name.equals("--new-keys") ? Settings.read(Map.of()) : Settings.read(System.getenv());
      new Commands(settings, out).run(name);
      return 0;
    } catch (SettingsFault fault) {
      err.println(fault.getMessage());
      return BAD_SETTINGS;
    } catch (Exception failure) {
      err.println(failure.getMessage());
      return FAILED;
    }
  }

  private static int run(PrintStream out, PrintStream err) throws InterruptedException {
    try {
      var settings = Settings.read(System.getenv());
      var stopped = new CountDownLatch(1);
      var gateway = Wiring.start(settings);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    gateway.close();
                    stopped.countDown();
                  },
                  "stop"));
      welcome(out, settings, gateway);
      stopped.await();
      return 0;
    } catch (SettingsFault fault) {
      err.println(fault.getMessage());
      return BAD_SETTINGS;
    } catch (DataFolderInUse fault) {
      err.println(fault.getMessage());
      return FAILED;
    } catch (PortInUse fault) {
      err.println(fault.getMessage());
      return FAILED;
    } catch (Exception failure) {
      LOG.atError().setCause(failure).log("The gateway could not start");
      err.println("The gateway could not start: " + failure.getMessage());
      return FAILED;
    }
  }

  private static void welcome(PrintStream out, Settings settings, Wiring gateway) {
    var address = "http://" + settings.http().reachable() + ':' + gateway.port();
    out.println("Shiriki is ready: " + address);
    if (settings.carrier() == Settings.Carrier.SIMULATOR) {
      out.println("  a phone in the browser   " + address + "/simulator");
      out.println(
          "  a phone in the terminal  ./scripts/dial '" + settings.ussd().code().code() + "'");
    }
    out.println("  what the public sees     " + address + '/');
    out.println(
        gateway
            .invitation()
            .map(word ->
                "  for staff                %s/console/password?word=%s  as director@localhost"
                    .formatted(address, word))
            .orElse("  for staff                " + address + "/console"));
    AdminToken.of(settings)
        .filter(_ -> settings.carrier() == Settings.Carrier.SIMULATOR)
        .ifPresent(token ->
            out.println(
                "  for staff's programs     %s/api/docs  Authorization: Bearer %s"
                    .formatted(address, token.word())));
    out.println("  health and metrics       " + address + "/health/ready  " + address + "/metrics");
    out.flush();
  }
}
