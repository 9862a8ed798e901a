package org.shiriki;

import java.util.List;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.citizen.PgDataRequests;
import org.shiriki.concern.PgReporters;
import org.shiriki.poll.PgPolls;
import org.shiriki.rights.PgRequestDesk;
import org.shiriki.safety.PgCases;
import org.shiriki.sms.PgInbox;
import org.shiriki.sms.PgOutbox;
import org.shiriki.sms.PgReports;
import org.shiriki.upkeep.Keepsake;
import org.shiriki.upkeep.PgRetention;
import org.shiriki.upkeep.SealedColumn;
import org.shiriki.ussd.PgSessions;
import org.shiriki.webhook.PgDeliveries;
import org.shiriki.webhook.PgWebhooks;

/// What each room keeps that grows old, and what it keeps sealed; a line a kind.
final class Registry {
  static final List<Keepsake> KEEPSAKES =
      List.of(
          PgSessions.TURNS,
          PgOutbox.BODIES,
          PgOutbox.TO_STRANGERS,
          PgInbox.LETTERS,
          PgInbox.THREADS,
          PgReports.UNMATCHED,
          PgReporters.NAMES,
          PgReporters.NOTES,
          PgCases.STORIES_TOLD,
          PgDataRequests.FULFILLED,
          PgRequestDesk.ERASED,
          PgCitizens.CONSENTS_WITHDRAWN,
          PgDeliveries.EVENTS,
          PgRetention.AUDIT);

  static final List<SealedColumn> SEALED =
      List.of(
          PgCitizens.NUMBERS,
          PgCitizens.NAMES,
          PgOutbox.NUMBERS,
          PgInbox.SENDERS,
          PgInbox.WORDS,
          PgInbox.CONVERSATIONS,
          PgSessions.WORDS,
          PgCases.STORIES,
          PgCases.CONTACTS,
          PgPolls.KEYS,
          PgWebhooks.SECRETS,
          new SealedColumn("account", "otp", "'account/' || name"),
          new SealedColumn("own_phone", "phone", "'own-phone/' || account"));

  private Registry() {}
}
