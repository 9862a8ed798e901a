package org.shiriki.concern;

import org.shiriki.upkeep.Keepsake;

/// What is forgotten some time after a concern was closed: who reported it, and what staff noted.
public final class PgReporters {
  public static final Keepsake NAMES =
      new Keepsake(
          "concern-names",
          "concern",
          """
          reporter is not null and exists (
            select from concern as main
            where main.reference = coalesce(concern.merged_into, concern.reference)
              and main.status in ('FIXED', 'CLOSED')
              and (select max(at) from concern_event
                   where concern_event.reference = main.reference) < $1)
          """,
          "array['citizen/' || reporter, 'concern/' || reference]",
          "update concern set reporter = null");

  /// What colleagues told each other about it.
  public static final Keepsake NOTES =
      new Keepsake(
          "concern-notes",
          "concern_note",
          """
          exists (
            select from concern join concern as main
              on main.reference = coalesce(concern.merged_into, concern.reference)
            where concern.reference = concern_note.reference
              and main.status in ('FIXED', 'CLOSED')
              and (select max(at) from concern_event
                   where concern_event.reference = main.reference) < $1)
          """,
          "array['concern/' || reference]",
          "delete from concern_note");

  private PgReporters() {}
}
