package org.shiriki.sms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.shiriki.seed.SeedFile;

/// What the carrier asks for, in KSh.
public record Prices(List<Network> networks) {
  /// @param ksh for one part of a message
  record Network(String id, BigDecimal ksh) {
    List<String> faults() {
      return ksh.signum() > 0 ? List.of() : List.of("a part must cost something");
    }
  }

  public Prices {
    networks = List.copyOf(networks);
  }

  /// Reads `sms-prices.yaml`.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with the file
  public static Prices read(Path config) {
    var file = config.resolve("sms-prices.yaml");
    var networks = SeedFile.read(file, Network.class, Network::faults);
    if (networks.isEmpty()) {
      throw new IllegalArgumentException(file + ": names no price");
    }
    return new Prices(networks);
  }

  /// What parts cost at most.
  public BigDecimal of(long segments) {
    return dearest().multiply(BigDecimal.valueOf(segments)).setScale(2, RoundingMode.UP);
  }

  /// How many parts can surely be had for some money.
  public long segments(long ksh) {
    return BigDecimal.valueOf(ksh).divide(dearest(), 0, RoundingMode.DOWN).longValueExact();
  }

  private BigDecimal dearest() {
    return networks.stream().map(Network::ksh).max(Comparator.naturalOrder()).orElseThrow();
  }
}
