-- What people can read, and whom they can call.
create table topic (
  id text primary key,
  position int not null,                  -- its place in the menu
  keyword_sw text not null,
  keyword_en text not null,
  title_sw text not null,
  title_en text not null,
  confidence text not null,
  sensitive boolean not null,
  never_sms boolean not null,
  review_by date not null,                -- hidden from phones after this day
  verify text not null,
  sources text[] not null,
  pages_sw text[] not null,
  pages_en text[] not null
);
create trigger topic_changed after insert or update or delete or truncate on topic
  for each statement execute function notify_change();

create table help_line (
  id text primary key,
  position int not null,                  -- the most urgent first
  name_sw text not null,
  name_en text not null,
  what_sw text not null,
  what_en text not null,
  numbers text[] not null,
  hours_sw text not null,                 -- empty: not known
  hours_en text not null,
  free boolean not null,
  confidence text not null,
  last_tested date                        -- null: nobody has yet
);
create trigger help_line_changed after insert or update or delete or truncate on help_line
  for each statement execute function notify_change();
