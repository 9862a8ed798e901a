-- A short title that staff give to a concern of many people; null until then.
alter table concern add column title text;

-- Voices added to somebody else's concern. A mark is a keyed hash of a person and this concern: it
-- is the same in no other. A follower wants to be told of progress, and has consented.
create table voice (
  reference text not null references concern (reference) on delete cascade,
  mark text not null,
  follower text references citizen (citizen_key) on delete set null,
  primary key (reference, mark)
);
create index voice_by_follower on voice (follower) where follower is not null;

-- Who is still to be asked whether a closed concern was put right. A row goes when it is answered.
create table fix_question (
  reference text not null references concern (reference) on delete cascade,
  closing int not null,                   -- the number of the event that closed it
  person text not null references citizen (citizen_key) on delete cascade,
  until timestamptz not null,             -- asked no longer from then on
  primary key (reference, closing, person)
);
create index fix_question_by_person on fix_question (person, until);

-- What they answered, each once: a mark is a keyed hash of a person and this closing.
create table fix_answer (
  reference text not null references concern (reference) on delete cascade,
  closing int not null,
  mark text not null,
  answer text not null,
  primary key (reference, closing, mark)
);

-- Until when a question waits for a person; read with the rest of the row when they call.
alter table citizen add column question_until timestamptz;

-- The PIN that guards a person's own reports: a slow hash of a keyed hash.
create table report_pin (
  citizen_key text primary key references citizen (citizen_key) on delete cascade,
  hash text not null,
  tries timestamptz[] not null default '{}'   -- those of the last hour
);
