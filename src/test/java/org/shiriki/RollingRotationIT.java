package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Vault;
import org.shiriki.upkeep.PgRotation;

/// Two nodes on one database change their sealing key one after another, step by step, while people
/// go from one to the other in the middle of a sentence.
class RollingRotationIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Pattern REFERENCE = Pattern.compile("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}");
  private static final List<String> FIRST_HALF =
      List.of("2", "2", "1", "8", "Maji hayatoki wiki mbili");
  private static final List<String> SECOND_HALF = List.of("Tengeneza pampu", "1", "1", "1");

  private int people;

  /// A node gets another key set.
  private record Change(String name, int node, Keys keys) {}

  private static TestGateway node(Keys keys) {
    return TestGateway.on(TOWN.url(), InstantSource.system(), Map.of("SHIRIKI_KEYS", keys.text()));
  }

  private String number() {
    people++;
    return "+2547118%05d".formatted(people);
  }

  /// Reports, every hop on the other node, and gives the last screen.
  private String zigzag(TestGateway first, TestGateway second) {
    var nodes = List.of(first, second);
    var phone = first.phone(number());
    phone.dial();
    var screen = "";
    var hop = 0;
    for (var answer : FIRST_HALF) {
      hop++;
      phone = phone.at(nodes.get(hop % 2));
      phone.say(answer);
    }
    for (var answer : SECOND_HALF) {
      hop++;
      phone = phone.at(nodes.get(hop % 2));
      screen = phone.say(answer);
    }
    return screen;
  }

  private TestPhone halfWay(TestGateway node) {
    var phone = node.phone(number());
    phone.dial();
    FIRST_HALF.forEach(phone::say);
    return phone;
  }

  @Test
  void at_every_step_each_node_reads_what_the_other_wrote_and_at_the_end_the_old_key_is_gone() {
    var old = Keys.generate();
    var added = old.withNewKey();
    var used = added.usingNewest();
    var last = used.withoutOldKeys();
    var nodes = new TestGateway[] {node(old), node(old)};
    try {
      change(nodes, new Change("the first node knows the new key", 0, added));
      change(nodes, new Change("both know it", 1, added));
      change(nodes, new Change("the first uses it", 0, used));
      change(nodes, new Change("both use it", 1, used));
      sealAnew(new Vault(used));
      change(nodes, new Change("the first knows it alone", 0, last));
      change(nodes, new Change("both know it alone", 1, last));
    } finally {
      nodes[0].close();
      nodes[1].close();
    }
  }

  /// One node starts anew with other keys. Whoever was half-way on it goes on on the other, and the
  /// other way round.
  private void change(TestGateway[] nodes, Change change) {
    var other = nodes[1 - change.node];
    var leaving = halfWay(nodes[change.node]);
    var coming = halfWay(other);
    nodes[change.node].close();
    nodes[change.node] = node(change.keys);

    var screens =
        List.of(
            leaving.at(other).say("Tengeneza pampu", "1", "1", "1"),
            coming.at(nodes[change.node]).say("Tengeneza pampu", "1", "1", "1"),
            zigzag(nodes[0], nodes[1]),
            zigzag(nodes[1], nodes[0]));

    assertThat(screens).as(change.name).allMatch(screen -> REFERENCE.matcher(screen).find());
  }

  private static void sealAnew(Vault vault) {
    var rotation = new PgRotation(TOWN.database(), vault, Registry.SEALED);
    assertThat(vault.rotating()).isTrue();
    while (rotation.remaining() > 0) {
      rotation.pass();
    }
  }
}
