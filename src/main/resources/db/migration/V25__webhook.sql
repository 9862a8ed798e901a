-- Programs of others that are told what happens here.
create table webhook (
  id uuid primary key,
  url text not null,
  note text not null,                     -- whose it is
  events text[] not null,                 -- kinds of what it is told
  active boolean not null,
  failing_since timestamptz,              -- null while its last attempt was good
  disabled_at timestamptz,                -- when the house gave it up; null otherwise
  version bigint not null default 1,
  since timestamptz not null
);

create table webhook_secret (
  webhook uuid not null references webhook on delete cascade,
  number int not null,
  sealed bytea not null,                  -- sealed for webhook/<webhook>/<number>
  until timestamptz,                      -- null for the newest; an older one signs along until then
  primary key (webhook, number)
);

-- What happened, in facts that lead to no person. There is no text here, and no number.
create table webhook_event (
  id uuid primary key,
  kind text not null,
  subject text not null,                  -- concern/<reference>, poll/<id>, webhook/<id>
  category text not null default '',
  ward text not null default '',
  status text not null default '',
  at timestamptz not null
);
create index webhook_event_age on webhook_event (at);

create table webhook_delivery (
  number bigint generated always as identity,
  webhook uuid not null references webhook on delete cascade,
  event uuid not null references webhook_event on delete cascade,
  state text not null default 'WAITING',  -- then DELIVERED or GIVEN_UP
  attempts int not null default 0,
  first_at timestamptz,                   -- when it was first tried
  due_at timestamptz not null,            -- while a node has it in hand: until when
  primary key (webhook, event)
);
create index webhook_delivery_due on webhook_delivery (webhook, due_at) where state = 'WAITING';
create index webhook_delivery_newest on webhook_delivery (webhook, number desc);
create index webhook_delivery_of_event on webhook_delivery (event);
create trigger webhook_delivery_changed after insert on webhook_delivery
  for each statement execute function notify_change();

create table webhook_attempt (
  number bigint generated always as identity primary key,
  webhook uuid not null,
  event uuid not null,
  at timestamptz not null,
  took_ms bigint not null,
  outcome text not null,
  status int not null,                    -- of HTTP; 0 without an answer
  foreign key (webhook, event) references webhook_delivery on delete cascade
);
create index webhook_attempt_newest on webhook_attempt (webhook, number desc);
create index webhook_attempt_of_delivery on webhook_attempt (webhook, event);

-- Queues what happened for whoever wants to be told, in the transaction in which it happens. The
-- lock is there for a webhook that is being deleted: it must not make a citizen's report fail.
create function tell_webhooks(told text, about text, of_category text, of_ward text, in_status text,
    told_at timestamptz, due timestamptz) returns void
  language plpgsql as
$$
declare
  fresh uuid := gen_random_uuid();
begin
  if not exists (select from webhook where active and told = any (events)) then
    return;
  end if;
  insert into webhook_event (id, kind, subject, category, ward, status, at)
  values (fresh, told, about, of_category, of_ward, in_status, told_at);
  insert into webhook_delivery (webhook, event, due_at)
  select id, fresh, due from webhook where active and told = any (events) for key share;
end
$$;

-- Of a report without a name only the day is kept, so that its time leads to nobody: it is told when
-- that day is over.
create function concern_event_told() returns trigger
  language plpgsql as
$$
declare
  it record;
  earlier text;
begin
  if not exists (select from webhook where active) then
    return null;
  end if;
  select category, ward, reporter into it from concern where reference = new.reference;
  if new.number = 1 then
    perform tell_webhooks('CONCERN_FILED', 'concern/' || new.reference, it.category, it.ward,
      new.status, new.at,
      case when it.reporter is null then new.at + interval '1 day' else new.at end);
    return null;
  end if;
  select status into earlier from concern_event
  where reference = new.reference and number = new.number - 1;
  if earlier is distinct from new.status then
    perform tell_webhooks('CONCERN_STATUS_CHANGED', 'concern/' || new.reference, it.category,
      it.ward, new.status, new.at, new.at);
  end if;
  return null;
end
$$;
create trigger concern_event_told after insert on concern_event
  for each row execute function concern_event_told();

create function poll_seal_told() returns trigger
  language plpgsql as
$$
begin
  perform tell_webhooks('POLL_CLOSED', 'poll/' || new.poll, '', '', '', closes_at, closes_at)
  from poll where id = new.poll;
  return null;
end
$$;
create trigger poll_seal_told after insert on poll_seal
  for each row execute function poll_seal_told();
