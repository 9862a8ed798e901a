package org.shiriki.information;

final class InMemoryPostingsTest implements PostingsContract {
  private final InMemoryPostings postings = new InMemoryPostings();

  @Override
  public Postings postings() {
    return postings;
  }

  @Override
  public int audited() {
    return postings.audit().size();
  }
}
