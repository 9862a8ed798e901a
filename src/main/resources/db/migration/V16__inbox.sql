-- SMS that came in. A row is kept before the carrier is told so; the carrier's id makes it one.
create table sms_in (
  id text primary key,
  number bigint generated always as identity, -- the order of arrival
  citizen_key text not null,              -- empty where the sender is no phone
  sender bytea,                           -- sealed for sms/<id>; gone once answered
  words bytea,                            -- sealed for sms/<id>; gone where few or none may read them
  received_at timestamptz not null,
  state text not null,                    -- NEW, HELD, DONE, FAILED; IGNORED: nobody to answer
  attempts int not null default 0,
  not_before timestamptz not null         -- when it may be taken in hand (again)
);
create index sms_in_waiting on sms_in (number) where state in ('NEW', 'HELD');
create index sms_in_of_citizen on sms_in (citizen_key, number) where state in ('NEW', 'HELD');
create index sms_in_age on sms_in (received_at);

-- How far a person has come by SMS: one conversation, for a day.
create table sms_thread (
  citizen_key text primary key,
  conversation bytea not null,            -- sealed for thread/<citizen_key>
  at timestamptz not null
);
create index sms_thread_age on sms_thread (at);

create function forget_letters() returns trigger
  language plpgsql as
$$
begin
  delete from sms_in where citizen_key = old.citizen_key;
  delete from sms_thread where citizen_key = old.citizen_key;
  return null;
end
$$;
create trigger citizen_forgets_letters after delete on citizen
  for each row execute function forget_letters();
