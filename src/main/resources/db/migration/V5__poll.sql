-- Opinion polls: reference data, held in memory by every node.
create table poll (
  id text primary key,
  title_sw text not null,
  title_en text not null,
  audience text not null,                 -- 'everyone', 'counties 002 003', 'wards 0088'
  languages text[] not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  sponsor text not null,
  conductor text not null,
  election_related boolean not null,
  questions jsonb not null,               -- [{"text":{"sw","en"},"options":[{"sw","en"}],"skippable"}]
  check (opens_at < closes_at)
);
create trigger poll_changed after insert or update or delete or truncate on poll
  for each statement execute function notify_change();

-- Who answered. A mark is a keyed hash of a person and this poll; it is the same in no other poll.
-- The ballot's number is all that joins a person to a choice, and it is needed until the poll closes.
create table poll_mark (
  poll text not null references poll,
  mark text not null,
  ballot uuid not null default gen_random_uuid(),
  primary key (poll, mark)
);

-- What was answered: no person, no time, and no reference to the table above, which goes first.
create table poll_choice (
  poll text not null references poll,
  ballot uuid not null,
  question int not null,                  -- from 1, in the poll's order
  option int not null,                    -- from 1, in the question's order; 0 is skipped
  primary key (poll, ballot, question)
);
