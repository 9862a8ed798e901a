package org.shiriki.incident;

import java.util.List;

class InMemoryIncidentsTest implements IncidentsContract {
  private final InMemoryIncidents incidents = new InMemoryIncidents();

  @Override
  public Incidents incidents() {
    return incidents;
  }

  @Override
  public List<String> actions() {
    return incidents.actions();
  }
}
