-- Who answered a poll that is open, and by which draw their receipt is theirs. Nothing here but the
-- poll's own key leads to a ballot: a tie is a keyed hash until the person leaves, random afterwards.
create table poll_stub (
  poll text not null references poll,
  mark text not null,                     -- a keyed hash of the person under the poll's key
  tie text not null,                      -- only whoever makes it again may answer and change
  draw int not null,                      -- which receipt; 0 unless an earlier one was taken
  proof text not null,                    -- a keyed hash of the receipt, so that none is given twice
  primary key (poll, mark),
  unique (poll, proof)
);

-- Ballots of before were known by the mark itself. They count, their receipts hold, and nobody
-- answers twice; they cannot be changed any more.
insert into poll_stub (poll, mark, tie, draw, proof)
  select poll, ballot, gen_random_uuid()::text, 0, gen_random_uuid()::text
  from poll_choice group by poll, ballot;

-- Codes that led nowhere, by a keyed hash of who typed them. A row goes an hour after its last.
create table wrong_code (
  mark text primary key,
  tries timestamptz[] not null,
  latest timestamptz not null
);
create index wrong_code_by_age on wrong_code (latest);
