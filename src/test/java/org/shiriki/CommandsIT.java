package org.shiriki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Message;
import org.shiriki.sms.PgOutbox;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;
import org.shiriki.upkeep.PgRotation;

/// What an operator types beside starting the gateway.
class CommandsIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql UNGUARDED =
      new Sql("test.unguarded", "alter table audit disable trigger user");
  private static final Sql CHANGE =
      new Sql("test.change", "update audit set actor = 'nobody' where number = 2");

  private static Settings settings(Path data) {
    return Settings.read(Map.of("SHIRIKI_DATA", data.toString())).on(TOWN.url());
  }

  private static String run(Settings settings, String command) throws IOException {
    var said = new ByteArrayOutputStream();
    new Commands(settings, new PrintStream(said, true, UTF_8)).run(command);
    return said.toString(UTF_8);
  }

  @Test
  void a_key_is_added_and_the_old_one_goes_only_when_nothing_needs_it(@TempDir Path data)
      throws IOException {
    var settings = settings(data);
    var key = Town.VAULT.keyOf(Town.AMINA);
    new PgOutbox(TOWN.database(), new Vault(KeyFile.keys(settings)), InstantSource.system())
        .put(new Message(key, Town.AMINA, Message.Lane.REPLY, "Habari", "once"));

    assertThat(run(settings, "--add-key")).contains("keys.json");
    assertThat(KeyFile.keys(settings).sealingKeys()).isEqualTo(2);
    assertThatThrownBy(() -> run(settings, "--drop-old-keys"))
        .isInstanceOf(Commands.Refused.class)
        .hasMessageContaining("--use-key first");
    assertThat(run(settings, "--use-key")).contains("keys.json");
    assertThatThrownBy(() -> run(settings, "--use-key")).isInstanceOf(Commands.Refused.class);
    assertThatThrownBy(() -> run(settings, "--drop-old-keys"))
        .isInstanceOf(Commands.Refused.class)
        .hasMessageStartingWith("1 texts still need an older key");

    new PgRotation(TOWN.database(), new Vault(KeyFile.keys(settings)), Registry.SEALED).pass();

    assertThat(run(settings, "--drop-old-keys")).contains("keys.json");
    assertThat(KeyFile.keys(settings).sealingKeys()).isEqualTo(1);
  }

  @Test
  void the_dry_run_prints_every_rule(@TempDir Path data) throws IOException {
    assertThat(run(settings(data), "--retention-dry-run"))
        .contains("ussd-turns", "sms-bodies", "concern-names", "safety-cases", "audit");
  }

  @Test
  void an_audit_that_holds_is_told_from_one_that_was_changed(@TempDir Path data)
      throws IOException {
    var audit = new PgAudit(TOWN.database());
    for (var line = 1; line <= 3; line++) {
      audit.add(new AuditEntry(Instant.now(), "amina", "concern.assigned", "concern/" + line, ""));
    }
    assertThat(run(settings(data), "--verify-audit")).contains("The audit holds", audit.head());

    TOWN.database().run(UNGUARDED);
    TOWN.database().run(CHANGE);

    assertThatThrownBy(() -> run(settings(data), "--verify-audit"))
        .isInstanceOf(Commands.Refused.class)
        .hasMessage("The audit does not hold: line 2 was changed.");
  }
}
