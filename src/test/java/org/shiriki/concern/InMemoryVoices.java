package org.shiriki.concern;

import java.util.Comparator;
import java.util.List;
import org.shiriki.place.Residence;
import org.shiriki.privacy.PhoneKey;

/// Voices for as long as a test runs, kept with the concerns that they were added to.
public record InMemoryVoices(InMemoryConcerns concerns) implements Voices {
  @Override
  public List<OpenConcern> open(String category, Residence ward, PhoneKey person) {
    return concerns.filings().stream()
        .filter(filing -> ward.known().isPresent() && filing.draft().ward().equals(ward))
        .filter(filing -> filing.draft().category().equals(category) && filing.open())
        .filter(filing -> !filing.reporters().contains(person))
        .map(InMemoryVoices::open)
        .sorted(
            Comparator.comparingInt(OpenConcern::voices)
                .thenComparing(OpenConcern::filed)
                .reversed())
        .limit(OFFERED)
        .toList();
  }

  private static OpenConcern open(InMemoryConcerns.Filing filing) {
    var concern = filing.concern();
    return new OpenConcern(
        concern.reference(), concern.category(), "", concern.filed(), 1 + filing.voices().size());
  }

  @Override
  public boolean add(Reference concern, PhoneKey person, boolean follows) {
    synchronized (concerns) {
      var open = concerns.filing(concern).filter(InMemoryConcerns.Filing::open);
      open.filter(filing -> !filing.reporters().contains(person))
          .ifPresent(filing -> {
            filing.voices().add(person);
            filing.followers().remove(person);
            if (follows && concerns.mayKeep(person)) {
              filing.followers().add(person);
            }
          });
      return open.isPresent();
    }
  }
}
