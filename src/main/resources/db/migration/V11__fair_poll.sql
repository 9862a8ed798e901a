-- Secret ballots. A ballot is known by the voter's mark, which only the poll's own key makes; the
-- key goes when the poll is sealed.
alter table poll
  add sealed bool not null default false,
  add invited int not null default 0;     -- how many were sent an invitation

create table poll_key (
  poll text primary key references poll,
  sealed bytea not null,                  -- sealed for poll-key/<poll>
  shuffled_on date                        -- when its ballots were last put in random order
);

-- Before this there was one key for all polls, and its marks were kept. Answers to open polls are
-- asked for again, since nobody could change them; those to closed ones count.
drop table poll_mark;
delete from poll_choice where poll in (select id from poll where closes_at > now());
alter table poll_choice alter ballot type text using ballot::text;

-- What remains of a poll.
create table poll_seal (
  poll text primary key references poll,
  day date not null,
  people int not null,
  could int not null,
  invited int not null,
  counts jsonb not null,                  -- [[question, option, count]]
  salt text not null,
  hash text not null,
  swept bool not null default false       -- whether the old rows are vacuumed away
);

-- The receipts of sealed polls, written in the order of the alphabet.
create table poll_receipt (
  poll text not null references poll,
  code text not null
);
create index poll_receipt_by_code on poll_receipt (code);
create index poll_receipt_of_poll on poll_receipt (poll, code);

-- Answers from neighbouring numbers in one minute, for staff to judge.
create table poll_burst (
  poll text not null references poll,
  day date not null,
  cell text not null,                     -- a keyed hash of the numbers' shared digits; random once sealed
  answers int not null,
  primary key (poll, day, cell)
);
