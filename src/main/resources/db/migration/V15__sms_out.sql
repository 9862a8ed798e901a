-- What the way out needs to know of a message.
alter table outbox
  add column purpose text not null default 'SERVICE',
  add column broadcast bigint,            -- null for a message to one person
  add column sender text not null default '',  -- '' for the house's own name
  add column segments int not null default 1,
  -- QUEUED: not to be touched before (a wait, or the lease of who has it in hand);
  -- SENDING: when whoever sends it counts as dead.
  add column due_at timestamptz not null default now(),
  add column lease text not null default '',
  add column begun_at timestamptz,
  add column settled_at timestamptz,
  add column reason text not null default '',
  add column detail text not null default '',  -- the carrier's own code and word
  add column message_id text,             -- the carrier's name of it
  add column cost text not null default '';
update outbox set due_at = queued_at;
update outbox set purpose = case lane when 'STATUS' then 'UPDATE' else 'ALERT' end
  where lane <> 'REPLY';

drop index outbox_waiting;
create index outbox_due on outbox (lane, due_at) where state = 'QUEUED';
create index outbox_sending on outbox (due_at) where state = 'SENDING';
create index outbox_message on outbox (message_id) where message_id is not null;
create index outbox_broadcast on outbox (broadcast, state) where broadcast is not null;
create index outbox_unknown on outbox (citizen_key) where state = 'UNKNOWN' and message_id is null;
alter table outbox set (autovacuum_vacuum_scale_factor = 0.02);

-- New messages wake whoever sends.
create trigger outbox_changed after insert on outbox
  for each statement execute function notify_change();

-- Who said that a person wants no messages: LEFT here, OPTED_OUT or BLOCKED at the carrier.
alter table suppression add column why text not null default 'LEFT';

-- Reports of delivery that no message is known for yet, and those that nobody understands.
create table sms_report (
  message_id text not null,
  status text not null,                   -- the carrier's word
  state text not null,                    -- what it means; '' if nobody knows
  reason text not null,
  citizen_key text not null,              -- '' if the report names nobody
  at timestamptz not null,
  primary key (message_id, status)
);
create index sms_report_age on sms_report (at);
create index sms_report_of_citizen on sms_report (citizen_key) where state <> '';

create function forget_reports() returns trigger
  language plpgsql as
$$
begin
  delete from sms_report where citizen_key = old.citizen_key;
  return null;
end
$$;
create trigger citizen_forgets_reports after delete on citizen
  for each row execute function forget_reports();
