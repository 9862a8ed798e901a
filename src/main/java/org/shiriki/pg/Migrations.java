package org.shiriki.pg;

import org.flywaydb.core.Flyway;

/// The steps in `db/migration` on the class path that bring a database to what this build expects.
/// Forward only; nodes that start together take turns.
public final class Migrations {
  private Migrations() {}

  /// Applies what is missing. Throws when a step fails, or when an applied step's text has changed.
  public static void run(DatabaseUrl url) {
    Flyway.configure()
        .dataSource(url.jdbc(), url.user(), url.password())
        .locations("classpath:db/migration")
        .cleanDisabled(true)
        .validateOnMigrate(true)
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
