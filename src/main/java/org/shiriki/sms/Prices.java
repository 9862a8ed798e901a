package org.shiriki.sms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shiriki.privacy.Operator;
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

  /// What one part costs on a network; empty if that is not known, of the network or of its price.
  public Optional<BigDecimal> of(Operator operator) {
    return networks.stream()
        .filter(network -> !operator.word().isEmpty() && network.id.equals(operator.word()))
        .map(Network::ksh)
        .findFirst();
  }

  /// What parts cost on a network; where that is not known, at most.
  public BigDecimal of(Operator operator, long segments) {
    return cost(of(operator).orElseGet(this::dearest), segments);
  }

  /// What parts cost at most.
  public BigDecimal of(long segments) {
    return cost(dearest(), segments);
  }

  /// How many parts can surely be had for some money.
  public long segments(long ksh) {
    return BigDecimal.valueOf(ksh).divide(dearest(), 0, RoundingMode.DOWN).longValueExact();
  }

  private static BigDecimal cost(BigDecimal ksh, long segments) {
    return ksh.multiply(BigDecimal.valueOf(segments)).setScale(2, RoundingMode.UP);
  }

  private BigDecimal dearest() {
    return networks.stream().map(Network::ksh).max(Comparator.naturalOrder()).orElseThrow();
  }
}
