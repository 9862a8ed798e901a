-- Words that staff have ready for citizens, each in both languages.
create table phrase (
  id uuid primary key,                    -- of the call that made it, so that it is once
  title text not null unique,
  text_sw text not null,
  text_en text not null,
  version bigint not null default 1
);
