-- The office one level up; null: the desk of its place.
alter table office
  add column above text references office (id),
  add column version bigint not null default 1;
alter table routing add column version bigint not null default 1;

-- What staff do with a concern.
alter table concern
  add column county text not null default '',     -- three digits; '' where the ward is not known
  add column version bigint not null default 1,
  add column assignee text references account (name),
  add column root_cause text,
  add column merged_into text references concern (reference),  -- never one that is merged itself
  add column level int not null default 0,        -- how often it went one level up
  add column acknowledged_at timestamptz,         -- when somebody of the staff first took it up
  add column answered_at timestamptz,             -- null while an answer is owed
  add column answered_by text references office (id);
update concern set answered_by = office, acknowledged_at = last.at, answered_at = last.at
  from (select reference, max(at) as at from concern_event
        where status in ('ANSWERED', 'FIXED', 'CLOSED') group by reference) as last
  where last.reference = concern.reference and status in ('ANSWERED', 'FIXED', 'CLOSED');
alter table concern add column owed bool not null generated always as
  (merged_into is null and answered_at is null and status not in ('FIXED', 'CLOSED')) stored;

-- The orders in which staff read them, and what the clock asks for.
create index concern_newest on concern (filed_at desc, reference desc) where merged_into is null;
create index concern_newest_of_county on concern (county, filed_at desc, reference desc)
  where merged_into is null;
create index concern_newest_of_office on concern (office, filed_at desc, reference desc)
  where merged_into is null;
create index concern_newest_of_status on concern (status, filed_at desc, reference desc)
  where merged_into is null;
create index concern_newest_of_assignee on concern (assignee, filed_at desc, reference desc)
  where merged_into is null and assignee is not null;
create index concern_owed on concern (answer_by, reference) where owed;
create index concern_to_escalate on concern (escalate_by) where owed;
create index concern_merged on concern (merged_into) where merged_into is not null;
create index concern_unplaced on concern (ward)
  where county = '' and ward not in ('', '?');
drop index concern_by_office;

alter table concern_event
  add column actor text not null default '',      -- the account; '' for citizens and the house itself
  add column office text references office (id),  -- whose answer it is, or whose it was before
  add column answered_on date;                    -- when that office answered, as it says itself

-- What colleagues tell each other about a concern; never shown to citizens.
create table concern_note (
  id uuid primary key,                            -- of the call that wrote it, so that it is once
  reference text not null references concern (reference) on delete cascade,
  author text not null,
  text text not null,
  at timestamptz not null
);
create index concern_note_of_concern on concern_note (reference, at);

-- Replies that a person has not seen on the phone yet.
create table reply_waiting (
  reference text not null references concern (reference) on delete cascade,
  number int not null,                            -- of the concern_event
  person text not null references citizen (citizen_key) on delete cascade,
  known_as text not null,                         -- the reference that the person knows
  until timestamptz not null,                     -- shown no longer from then on
  primary key (reference, number, person)
);
create index reply_waiting_by_person on reply_waiting (person, until);
create index reply_waiting_by_age on reply_waiting (until);

-- Whom a concern concerns, each once, and the reference that they know it by: who reported it or a
-- duplicate of it, and who follows one of them.
create function concerned(main text) returns table (person text, reference text)
  language sql stable as
$$
  select distinct on (people.person) people.person, people.reference
  from (
    select one.reporter as person, one.reference, 0 as far
    from concern as one
    where one.reporter is not null and (one.reference = main or one.merged_into = main)
    union all
    select voice.follower, one.reference, 1
    from concern as one join voice on voice.reference = one.reference
    where voice.follower is not null and (one.reference = main or one.merged_into = main)
  ) as people
  order by people.person, people.far, people.reference
$$;

-- The days that an office has for a category, as routing says or as is usual.
create function office_days(who text, what text)
  returns table (acknowledge int, answer int, escalate int)
  language sql stable as
$$
  select coalesce(max(acknowledge_days), 2), coalesce(max(answer_days), 14),
    coalesce(max(escalate_days), 21)
  from (select * from routing where office = who and category in (what, '')
        order by category desc, ward desc, county desc limit 1) as route
$$;

alter table sensitive_case add column version bigint not null default 1;
create index sensitive_case_newest on sensitive_case (filed_on desc, number desc);
create index case_worker_by_worker on case_worker (worker, number);
