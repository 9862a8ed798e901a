package org.shiriki.safety;

import static java.util.stream.Collectors.reducing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shiriki.dialogue.Text;

/// The numbers that help at once, as they now stand.
@FunctionalInterface
public interface Hotlines {
  /// What every phone of Kenya reaches, whatever the list holds.
  Hotline POLICE = new Hotline("emergency", Text.of("Polisi", "Police"), List.of("999", "112"));

  /// Every hotline that is kept.
  List<Hotline> all();

  /// A line for each of these that is kept, in this order; the police are always there to be
  /// called.
  default Text lines(List<String> ids) {
    var kept = all();
    return ids.stream()
        .flatMap(id ->
            Stream.concat(kept.stream(), Stream.of(POLICE))
                .filter(line -> line.id().equals(id))
                .limit(1))
        .map(Hotline::line)
        .collect(reducing((one, other) -> one.then("\n", other)))
        .map(Objects::requireNonNull)
        .orElse(Text.NONE);
  }
}
