-- What is to be looked at again, and by when (null: at once). A new kind of thing is a part more.
create view review (kind, subject, county, theme, due) as
  select 'TOPIC', topic.id, '', '', topic_version.review_by
  from topic join topic_version on topic_version.topic = topic.id
    and topic_version.number = topic.shown
  union all
  select 'HELP_LINE', id, '', '', last_tested + 90 from help_line;

-- What staff are told of it, once for a thing and its day.
create table notice (
  id bigint generated always as identity primary key,
  kind text not null,
  subject text not null,
  county text not null,                   -- three digits; '' everywhere
  theme text not null,                    -- a category of concerns; '' everything
  due date,
  made_at timestamptz not null,
  settled_at timestamptz,                 -- null while it stands
  unique nulls not distinct (kind, subject, due)
);

-- What a month of Nairobi came to. Sums only, which stay when what they were made of goes; written
-- once, and never again.
create table month_report (
  month date primary key,                 -- its first day
  made_at timestamptz not null
);
create table month_report_line (
  month date not null references month_report,
  section text not null,
  county text not null,                   -- three digits; '' not by county, or not known
  subject text not null,                  -- a category, an office, a screen, …; '' for all
  measure text not null,
  amount numeric(16, 4) not null,
  primary key (month, section, county, subject, measure)
);
