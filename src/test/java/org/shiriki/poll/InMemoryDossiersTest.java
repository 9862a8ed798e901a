package org.shiriki.poll;

final class InMemoryDossiersTest implements DossiersContract {
  private final InMemoryDossiers dossiers = new InMemoryDossiers();

  @Override
  public Dossiers dossiers() {
    return dossiers;
  }

  @Override
  public int audited() {
    return dossiers.audit().size();
  }
}
