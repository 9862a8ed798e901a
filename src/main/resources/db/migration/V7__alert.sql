-- What people ask to be told of.
create table alert_topic (
  id text primary key,
  position int not null,                  -- its place in the menu
  title_sw text not null,
  title_en text not null,
  about_sw text not null,
  about_en text not null
);
create trigger alert_topic_changed after insert or update or delete or truncate on alert_topic
  for each statement execute function notify_change();

create table subscription (
  citizen_key text not null references citizen on delete cascade,
  topic text not null references alert_topic,
  place text not null,                    -- a ward's four digits, a county's three, or '*'
  since timestamptz not null default clock_timestamp(),
  primary key (citizen_key, topic, place)
);
-- The audience of a broadcast.
create index subscription_by_audience on subscription (topic, place, citizen_key);
