-- Who answers for what. '' in a route means any.
create table concern_category (
  id text primary key,
  position int not null,
  title_sw text not null,
  title_en text not null,
  receiver_sw text not null,
  receiver_en text not null
);
create table office (
  id text primary key,
  name_sw text not null,
  name_en text not null,
  county text not null default '',
  contact text not null default ''        -- '' until somebody has confirmed it
);
create table routing (
  category text not null default '',
  county text not null default '',
  ward text not null default '',
  office text not null references office (id),
  acknowledge_days int not null,
  answer_days int not null,
  escalate_days int not null,
  primary key (category, county, ward)
);
create trigger concern_category_changed
  after insert or update or delete or truncate on concern_category
  for each statement execute function notify_change();
create trigger office_changed after insert or update or delete or truncate on office
  for each statement execute function notify_change();
create trigger routing_changed after insert or update or delete or truncate on routing
  for each statement execute function notify_change();

-- What people reported. Without a reporter nothing here leads to a person.
create table concern (
  reference text primary key,             -- seven characters, no dash
  draft text not null unique,             -- keyed hash: the same draft is filed once
  category text not null references concern_category (id),
  ward text not null,                     -- '?' does not know, else four digits
  office text not null references office (id),
  text text not null,
  remedy text not null default '',
  reporter text references citizen (citizen_key) on delete set null,
  status text not null,
  events int not null,                    -- how many concern_event rows there are
  filed_at timestamptz not null,
  acknowledge_by timestamptz not null,
  answer_by timestamptz not null,
  escalate_by timestamptz not null
);
create index concern_by_reporter on concern (reporter, filed_at desc) where reporter is not null;
create index concern_by_office on concern (office, status, answer_by);
create index concern_by_ward on concern (ward, category, filed_at desc);

create table concern_event (
  reference text not null references concern (reference) on delete cascade,
  number int not null,
  status text not null,
  note text not null default '',          -- what the office tells the reporter
  at timestamptz not null,
  primary key (reference, number)
);
