-- What a person may ask of us. It goes with the person.
create table data_request (
  reference text primary key,             -- seven digits, the last of which checks the others
  citizen_key text not null references citizen on delete cascade,
  kind text not null,                     -- ACCESS, PORTABILITY, CORRECT, ERASE
  channel text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz
);
create unique index data_request_open on data_request (citizen_key, kind) where answered_at is null;
create index data_request_due on data_request (due_at) where answered_at is null;

-- Who asked us never to write again: keyed hashes that outlive everything else about a person.
create table suppression (
  mark text primary key,
  since timestamptz not null default now()
);

-- Leaving everything, in one statement: the stop mark, the consents as proof, and the person's row,
-- with which goes whatever hangs on it. A room whose rows do not reference citizen adds a trigger.
create function forget(who text, stop text) returns void
  language plpgsql as
$$
begin
  insert into suppression (mark) values (stop) on conflict do nothing;
  update consent set withdrawn_at = now() where citizen_key = who and withdrawn_at is null;
  insert into citizen (citizen_key, language) values (who, 'sw') on conflict do nothing;
  delete from citizen where citizen_key = who;
end
$$;

create function forget_turns() returns trigger
  language plpgsql as
$$
begin
  delete from ussd_turn where citizen_key = old.citizen_key;
  return null;
end
$$;
create trigger citizen_forgets_turns after delete on citizen
  for each row execute function forget_turns();

create function forget_messages() returns trigger
  language plpgsql as
$$
begin
  delete from outbox where citizen_key = old.citizen_key;
  return null;
end
$$;
create trigger citizen_forgets_messages after delete on citizen
  for each row execute function forget_messages();

-- What was done, line after line: each holds the hash of the one before.
create table audit (
  number bigint primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail text not null,
  previous text not null,                 -- the hash of the line before, empty for the very first
  hash text not null
);
create function refuse_audit_change() returns trigger
  language plpgsql as
$$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '6 years' then
    return old;
  end if;
  raise exception 'the audit is never changed';
end
$$;
create trigger audit_is_never_changed before update or delete on audit
  for each row execute function refuse_audit_change();
create trigger audit_is_never_emptied before truncate on audit
  for each statement execute function refuse_audit_change();

-- What must not be removed by age, because of a dispute or an inquiry.
create table legal_hold (
  subject text primary key,               -- 'citizen/<citizen_key>', 'concern/<reference>'
  reason text not null,
  placed_at timestamptz not null default now()
);

-- The day's removal by age: one node does it.
create table retention_day (
  day date primary key,
  claimed_at timestamptz not null,
  finished_at timestamptz
);
