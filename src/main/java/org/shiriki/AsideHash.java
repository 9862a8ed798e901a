package org.shiriki;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import org.shiriki.privacy.SlowHash;

/// A slow hash on threads of its own, so that whoever waits for it keeps nobody else waiting. Few
/// run at once: each takes a processor and some memory.
final class AsideHash implements SlowHash, AutoCloseable {
  private static final int AT_ONCE = 2;

  private final WorkerExecutor workers;
  private final SlowHash hash;

  AsideHash(Vertx vertx, SlowHash hash) {
    this.workers = vertx.createSharedWorkerExecutor("slow-hash", AT_ONCE);
    this.hash = hash;
  }

  @Override
  public String of(String secret) {
    return workers.executeBlocking(() -> hash.of(secret), false).await();
  }

  @Override
  public boolean fits(String secret, String made) {
    return workers.executeBlocking(() -> hash.fits(secret, made), false).await();
  }

  @Override
  public void close() {
    workers.close().await();
  }
}
