package org.shiriki.simulator;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// A simulator on a server of its own, facing a gateway that remembers.
final class Workbench implements AutoCloseable {
  static final String AMINA = "+254700000001";
  static final ServiceCode CODE = new ServiceCode("*384*50#");

  private final Vertx vertx = Vertx.vertx();
  private final FakeGateway gateway = new FakeGateway(vertx);
  private final WebClient client = WebClient.create(vertx);
  private final int port;

  Workbench(Terms terms) {
    var simulator =
        new Simulator(
            vertx, gateway::callbackAddress, terms, Clock.systemUTC(), Simulator.randomIds());
    var listening = new CompletableFuture<HttpServer>();
    vertx
        .deployVerticle(
            new SimulatorVerticle(simulator, listening),
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
    this.port = listening.join().actualPort();
  }

  static Workbench inKenya() {
    return new Workbench(Terms.kenya(CODE));
  }

  Vertx vertx() {
    return vertx;
  }

  FakeGateway gateway() {
    return gateway;
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  JsonObject dial(String code) {
    return post("dial", new JsonObject().put("phone", AMINA).put("code", code));
  }

  JsonObject answer(String text) {
    return post("answer", new JsonObject().put("phone", AMINA).put("text", text));
  }

  JsonObject hangUp() {
    return post("hangup", new JsonObject().put("phone", AMINA));
  }

  void suffer(boolean duplicate, boolean drop, int delayMillis) {
    client
        .putAbs(api("faults"))
        .sendJsonObject(
            new JsonObject()
                .put("phone", AMINA)
                .put("duplicate", duplicate)
                .put("drop", drop)
                .put("delayMillis", delayMillis))
        .await();
  }

  JsonObject phone() {
    return object(get("/simulator/api/phone?phone=254700000001"));
  }

  Future<JsonObject> posting(String path, JsonObject order) {
    return client.postAbs(api(path)).sendJsonObject(order).map(Workbench::object);
  }

  HttpResponse<Buffer> get(String path) {
    return client.getAbs(address() + path).putHeader("apiKey", "any").send().await();
  }

  static JsonObject object(HttpResponse<Buffer> response) {
    return Objects.requireNonNull(response.bodyAsJsonObject());
  }

  HttpResponse<Buffer> raw(String path, String type, String body) {
    return client
        .postAbs(api(path))
        .putHeader("Content-Type", type)
        .sendBuffer(Buffer.buffer(body))
        .await();
  }

  WebClient client() {
    return client;
  }

  @Override
  public void close() {
    vertx.close().await();
  }

  private JsonObject post(String path, JsonObject order) {
    return posting(path, order).await();
  }

  private String api(String path) {
    return address() + "/simulator/api/" + path;
  }

  private static final class SimulatorVerticle extends VerticleBase {
    private final Simulator simulator;
    private final CompletableFuture<HttpServer> listening;

    private SimulatorVerticle(Simulator simulator, CompletableFuture<HttpServer> listening) {
      this.simulator = simulator;
      this.listening = listening;
    }

    @Override
    public Future<?> start() {
      var router = Router.router(vertx);
      simulator.mountOn(router);
      return vertx
          .createHttpServer()
          .requestHandler(router)
          .listen(0, "127.0.0.1")
          .onSuccess(listening::complete);
    }
  }
}
