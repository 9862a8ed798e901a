-- SMS on their way out.
create table outbox (
  citizen_key text not null,
  once text not null,                     -- the writer's key: the same message is kept once
  phone bytea not null,                   -- sealed for outbox/<citizen_key>
  lane text not null,
  text text not null,
  state text not null default 'QUEUED',
  queued_at timestamptz not null default now(),
  primary key (citizen_key, once)
);
create index outbox_waiting on outbox (lane, queued_at) where state = 'QUEUED';
