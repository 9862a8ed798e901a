package org.shiriki.alert;

import java.util.List;

final class InMemoryAlertsTest implements AlertsContract {
  @Override
  public Alerts alerts() {
    return new InMemoryAlerts(List.of(WATER, BUDGET), key -> !key.equals(CHARO));
  }
}
