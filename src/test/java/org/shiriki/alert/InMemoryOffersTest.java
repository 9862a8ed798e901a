package org.shiriki.alert;

final class InMemoryOffersTest implements OffersContract {
  private final InMemoryOffers offers = new InMemoryOffers();

  @Override
  public Offers offers() {
    return offers;
  }

  @Override
  public int audited() {
    return offers.audit().size();
  }
}
