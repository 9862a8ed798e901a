-- Words for many people.
create table broadcast (
  id bigint generated always as identity primary key,
  author text not null,
  purpose text not null,
  text_sw text not null,                  -- '' if nobody is written to in this language
  text_en text not null,
  audience jsonb not null,                -- {"kind": "subscribers", …}
  speaker text not null,                  -- whose words these are, if political
  reason text not null,                   -- why it is an emergency; why it was rejected
  starts_at timestamptz not null,         -- not before
  sound bool not null,                    -- whether phones can show it and its class allows it
  state text not null default 'DRAFT',
  submitted_at timestamptz,
  operator text,                          -- who vetted a political text, what they said, and
  vetted bool not null default false,     -- where that is written
  evidence text,
  approver text,
  queued_at timestamptz,
  ended_at timestamptz,
  people int not null default 0           -- the audience when it was queued
);
create index broadcast_alive on broadcast (state)
  where state in ('APPROVED', 'SENDING', 'PAUSED', 'CANCELLED');
create index broadcast_by_age on broadcast (queued_at) where queued_at is not null;

-- What is sent, once for all who get the same words.
create table broadcast_wording (
  broadcast bigint not null references broadcast,
  number int not null,
  language text not null,
  ward text not null,                     -- '' for all other wards, and none
  text text not null,
  segments int not null,
  primary key (broadcast, number)
);

-- How the messages ended whose rows are gone, with their person or by age.
create table broadcast_past (
  broadcast bigint not null references broadcast,
  state text not null,
  reason text not null,
  people int not null,
  primary key (broadcast, state, reason)
);

-- A row in here stops all that is for many people.
create table broadcast_stop (
  one bool primary key default true check (one),
  actor text not null,
  since timestamptz not null
);

-- Parts of messages to many people that left, by Nairobi's day: what they cost.
create table bulk_day (
  day date primary key,
  segments bigint not null default 0
);

-- A message of a broadcast has neither number nor words of its own: it is sent to its person's
-- number with the wording's text.
update outbox set broadcast = 0 where broadcast is null;
drop index outbox_due, outbox_broadcast;
alter table outbox
  alter column broadcast set default 0,   -- 0 for a message to one person
  alter column broadcast set not null,
  alter column phone drop not null,
  add column wording int not null default 0;
create index outbox_due on outbox (lane, broadcast, due_at, wording) where state = 'QUEUED';
create index outbox_broadcast on outbox (broadcast, state) where broadcast > 0;

-- Why nothing is sent to a person: a copy of the suppression of somebody who is known here, for
-- estimates. What decides is the suppression.
alter table citizen add column muted text not null default '';

create function remember_messages() returns trigger
  language plpgsql as
$$
begin
  insert into broadcast_past (broadcast, state, reason, people)
  select broadcast,
    case state when 'QUEUED' then 'SKIPPED' when 'SENDING' then 'UNKNOWN' else state end,
    case state when 'QUEUED' then 'OPTED_OUT' when 'SENDING' then 'LEASE' else reason end,
    count(*)
  from gone where broadcast > 0 group by 1, 2, 3
  order by 1, 2, 3
  on conflict (broadcast, state, reason) do update
    set people = broadcast_past.people + excluded.people;
  return null;
end
$$;
create trigger outbox_remembers after delete on outbox
  referencing old table as gone
  for each statement execute function remember_messages();
