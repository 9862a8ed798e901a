-- How a request over data was answered, and by whom.
alter table data_request
  add column how text not null default '',       -- '' until it is answered
  add column reason text not null default '',     -- why it was refused, in words of staff
  add column account text not null default '',
  add column flagged_at timestamptz,              -- when it was found to be overdue
  add column version bigint not null default 1;
create index data_request_by_due on data_request (due_at, reference);

-- Requests that were fulfilled by erasing the person: nothing here leads to anybody.
create table data_request_past (
  reference text primary key,
  kind text not null,
  channel text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz not null,
  account text not null,
  version bigint not null
);

-- What went wrong with people's data. A row a version, the last one counts; none is ever changed.
create sequence incident_number;
create table incident (
  number bigint not null,
  version bigint not null,
  once uuid,                              -- the request that opened it; null from the second version on
  account text not null,
  at timestamptz not null,
  kind text not null,
  role text not null,                     -- CONTROLLER, or PROCESSOR for another house's people
  discovered_at timestamptz not null,
  data text[] not null,                   -- what kinds of data
  people int not null,                    -- about how many
  description text not null,
  measures text not null,
  notified_at timestamptz,
  notice text not null,                   -- the reference of the notification
  told_at timestamptz,
  telling text not null,                  -- how people were told
  closed_at timestamptz,
  conclusion text not null,
  primary key (number, version)
);
create unique index incident_once on incident (once) where once is not null;

-- What was warned of once: 'NEAR' or 'OVERDUE'.
create table incident_warning (
  number bigint not null,
  what text not null,
  at timestamptz not null,
  primary key (number, what)
);

-- How long kinds of records are kept where that differs from the configuration: a row a version.
create table retention_period (
  rule text not null,
  version bigint not null,                -- from 2 on; the configuration is 1
  keep text not null,                     -- ISO 8601
  reason text not null,
  account text not null,
  at timestamptz not null,
  primary key (rule, version)
);

-- What each rule did the last time.
create table retention_last (
  rule text primary key,
  at timestamptz not null,
  rows bigint not null,
  held bigint not null
);

alter table legal_hold
  add column id uuid not null default gen_random_uuid(),
  add column account text not null default '';
create unique index legal_hold_id on legal_hold (id);

-- How far counting has come. Whoever counts holds the row.
create table counted (
  what text primary key,                  -- 'sessions', 'sms'
  at timestamptz not null,
  id text not null default ''             -- the last session among those of the instant
);
insert into counted (what, at) values ('sessions', 'epoch'), ('sms', 'epoch');

-- USSD sessions by Nairobi's day; those in which something stayed private are not in it.
create table session_day (
  day date primary key,
  sessions bigint not null,
  turns bigint not null,
  dropped bigint not null
);
create table screen_day (
  day date not null,
  screen text not null,                   -- 'concern.Describe'
  seen bigint not null,                   -- sessions that came by it
  ended bigint not null,                  -- that were ended there
  dropped bigint not null,                -- whose line was gone there
  primary key (day, screen)
);

-- Messages that left, by the month of Nairobi in which they did.
create table sms_month (
  month date not null,                    -- its first day
  purpose text not null,
  network text not null,                  -- '' where it is not known
  messages bigint not null,
  segments bigint not null,
  cost numeric(14, 4) not null,           -- KSh
  unpriced bigint not null,               -- segments for which the carrier named no price
  primary key (month, purpose, network)
);
create index outbox_begun on outbox using brin (begun_at);

-- A message that goes before it was counted is counted as it goes.
create function count_gone_messages() returns trigger
  language plpgsql as
$$
declare
  mark timestamptz;
begin
  if not exists (select from gone where begun_at is not null) then
    return null;
  end if;
  select at into mark from counted where what = 'sms' for share;
  insert into sms_month (month, purpose, network, messages, segments, cost, unpriced)
  select (date_trunc('month', begun_at at time zone 'Africa/Nairobi'))::date, purpose, '',
    count(*), sum(segments),
    coalesce(sum(substring(cost from '^KES ([0-9]+(?:[.][0-9]+)?)$')::numeric), 0),
    coalesce(sum(segments) filter (where cost !~ '^KES [0-9]+(?:[.][0-9]+)?$'), 0)
  from gone
  where begun_at > mark and (state in ('ACCEPTED', 'DELIVERED', 'UNKNOWN') or cost <> '')
  group by 1, 2 order by 1, 2
  on conflict (month, purpose, network) do update set
    messages = sms_month.messages + excluded.messages,
    segments = sms_month.segments + excluded.segments,
    cost = sms_month.cost + excluded.cost,
    unpriced = sms_month.unpriced + excluded.unpriced;
  return null;
end
$$;
create trigger outbox_counts after delete on outbox
  referencing old table as gone
  for each statement execute function count_gone_messages();
