package org.shiriki.web;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The HTTP server: as many virtual-thread verticles as there are cores, on one port.
public final class WebServer {
  private static final int SHARED_FREE_PORT = -1;

  /// Bytes of one field of a form, which may be a whole sheet.
  private static final int LARGEST_FIELD = 5 * 1024 * 1024;

  private static final int MOST_FIELDS = 4096;

  private final Vertx vertx;
  private final List<Context> contexts = new CopyOnWriteArrayList<>();
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
  private volatile String deployment = "";
  private volatile int port;

  public WebServer(Vertx vertx) {
    this.vertx = vertx;
  }

  /// Begins to listen. Throws [PortInUse] where another program does so already.
  ///
  /// @param wanted the port; 0 takes a free one
  /// @param routers makes the routes of one verticle
  public void listen(String host, int wanted, Supplier<Router> routers) {
    var options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(wanted == 0 ? SHARED_FREE_PORT : wanted)
            .setHandle100ContinueAutomatically(true)
            .setIdleTimeout(75)
            .setMaxFormAttributeSize(LARGEST_FIELD)
            .setMaxFormFields(MOST_FIELDS);
    var instances =
        new DeploymentOptions()
            .setThreadingModel(ThreadingModel.VIRTUAL_THREAD)
            .setInstances(Runtime.getRuntime().availableProcessors());
    try {
      this.deployment =
          vertx.deployVerticle(() -> new WebVerticle(options, routers.get()), instances).await();
    } catch (Exception failure) {
      if (failure instanceof BindException) {
        throw new PortInUse(host, wanted, failure);
      }
      throw failure;
    }
  }

  /// Takes no more calls; those under way are answered first, as long as they take no longer than
  /// this.
  public void close(Duration patience) {
    contexts.clear();
    var closing =
        servers.stream()
            .map(server -> server.shutdown(patience.toMillis(), TimeUnit.MILLISECONDS))
            .toList();
    Future.join(closing).await();
    vertx.undeploy(deployment).await();
  }

  /// The port that is listened on.
  public int port() {
    return port;
  }

  /// Whether every verticle takes work, asked through each of them; fails where none serves.
  public Future<Void> alive() {
    var pulses = contexts.stream().map(WebServer::pulse).toList();
    if (pulses.isEmpty()) {
      return Future.failedFuture("nothing serves");
    }
    return Future.all(pulses).timeout(2, TimeUnit.SECONDS).mapEmpty();
  }

  private static Future<Void> pulse(Context context) {
    var beat = Promise.<Void>promise();
    context.runOnContext(_ -> beat.complete());
    return beat.future();
  }

  private final class WebVerticle extends VerticleBase {
    private final HttpServerOptions options;
    private final Router router;

    WebVerticle(HttpServerOptions options, Router router) {
      this.options = options;
      this.router = router;
    }

    @Override
    public Future<?> start() {
      return vertx
          .createHttpServer(options)
          .requestHandler(router)
          .listen()
          .onSuccess(server -> {
            contexts.add(context);
            servers.add(server);
            port = server.actualPort();
          });
    }
  }
}
