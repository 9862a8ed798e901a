-- What people told in confidence, readable by named case workers only. Nothing here leads to a
-- person, and no time is finer than the day; what was told is sealed for case/<number>.
create table sensitive_case (
  number text primary key,                -- six random digits and one that checks them
  draft text not null unique,             -- keyed hash: the same telling is filed once
  source text not null,                   -- 'TOLD' here, or 'MOVED' from an ordinary report
  ward text not null,                     -- '' not asked, '?' does not know, else four digits
  filed_on date not null,
  stage text not null,
  story bytea,                            -- null once a person has moved it to ordinary concerns
  contact bytea,                          -- null unless the person may be contacted
  word text,                              -- keyed hash of the safe word; null: nobody may ask
  misses int not null default 0,          -- wrong words since missed_at
  missed_at timestamptz
);
create index sensitive_case_by_day on sensitive_case (filed_on, ward);

create table case_worker (
  number text not null references sensitive_case,
  worker text not null,
  since timestamptz not null,
  primary key (number, worker)
);

-- Who opened a case, or tried to, and why; never removed with the case.
create table case_view (
  id bigint generated always as identity primary key,
  number text not null,
  worker text not null,
  act text not null,                      -- 'READ', 'RELEASE'
  reason text not null,
  granted bool not null,
  at timestamptz not null
);
create index case_view_of_case on case_view (number, at);

-- How often people looked for help about violent groups. Counts and nothing else, by design.
create table group_tally (
  county text not null,                   -- three digits, or '' not known
  month date not null,
  tally int not null,
  primary key (county, month)
);
-- Presses that are counted already, as keyed hashes; gone after two days.
create table group_press (
  press text primary key,
  day date not null
);

-- Turns of a session in which something was said that stays private: gone when it is over.
alter table ussd_turn add column brief bool not null default false;
create index ussd_turn_brief on ussd_turn (at) where brief;
