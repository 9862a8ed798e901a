package org.shiriki.webhook;

import java.time.Instant;
import java.util.UUID;

class InMemoryDeliveriesTest implements DeliveriesContract {
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries();

  @Override
  public Deliveries deliveries() {
    return deliveries;
  }

  @Override
  public UUID hook() {
    return deliveries.hook();
  }

  @Override
  public boolean isActive(UUID hook) {
    return deliveries.isActive(hook);
  }

  @Override
  public void deactivate(UUID hook) {
    deliveries.deactivate(hook);
  }

  @Override
  public void queue(UUID hook, Instant due) {
    var event =
        new Delivery.Event(UUID.randomUUID(), Kind.TEST, "webhook/" + hook, "", "", "", due);
    deliveries.queue(hook, event, due);
  }
}
