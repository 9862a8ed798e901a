package org.shiriki.houserules.offender.poll;

import java.sql.Connection;
import java.sql.SQLException;

/// Blocks on JDBC.
final class Queries {
  private Queries() {}

  static boolean alive(Connection connection) throws SQLException {
    return connection.isValid(1);
  }
}
