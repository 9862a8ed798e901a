package org.shiriki.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shiriki.staff.AuditEntry;

/// Keeps what became of each job's last run.
public interface Runs {
  /// A node has begun a job.
  void started(String job, Instant at);

  /// It came to a good end.
  void succeeded(String job, Instant at, Duration took);

  /// It failed, or its node died over it.
  ///
  /// @param cause kinds and places in the code
  void failed(String job, Instant at, Duration took, String cause);

  /// How all jobs go that were ever due, by their names.
  List<Run> all();

  /// What came of hurrying a job.
  enum Hurry {
    DONE,
    RUNNING,
    MISSING
  }

  /// Makes a job due now.
  ///
  /// @param line for the audit, added if it is done
  Hurry hurry(String job, Instant at, AuditEntry line);
}
