package org.shiriki.concern;

import org.shiriki.upkeep.Keepsake;

/// Who reported a concern, which is forgotten some time after the concern was closed.
public final class PgReporters {
  public static final Keepsake NAMES =
      new Keepsake(
          "concern-names",
          "concern",
          """
          reporter is not null and status in ('FIXED', 'CLOSED')
            and (select max(at) from concern_event
                 where concern_event.reference = concern.reference) < $1
          """,
          "array['citizen/' || reporter, 'concern/' || reference]",
          "update concern set reporter = null");

  private PgReporters() {}
}
