-- What phones show, as staff write it.

-- Every version of a topic, none of which ever changes. The topic points at the one that phones show.
create table topic_version (
  topic text not null references topic,
  number bigint not null,                 -- from 1
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
  pages_en text[] not null,
  author text not null,                   -- an account, or 'house'
  at timestamptz not null,
  primary key (topic, number)
);
insert into topic_version
  select id, 1, keyword_sw, keyword_en, title_sw, title_en, confidence, sensitive, never_sms,
    review_by, verify, sources, pages_sw, pages_en, 'house', now()
  from topic;
alter table topic
  add shown bigint,                       -- the version that phones show; null: none
  add version bigint not null default 1,  -- of the topic as a whole, counted by each act of staff
  add once uuid unique;                   -- the call that made it
update topic set shown = 1;
alter table topic
  add foreign key (id, shown) references topic_version (topic, number),
  drop keyword_sw, drop keyword_en, drop title_sw, drop title_en, drop confidence, drop sensitive,
  drop never_sms, drop review_by, drop verify, drop sources, drop pages_sw, drop pages_en;
create index topic_in_order on topic (position, id);

alter table help_line
  add version bigint not null default 1,
  add once uuid unique;
create index help_line_in_order on help_line (position, id);

alter table alert_topic
  add offered boolean not null default true,  -- whether phones offer it
  add version bigint not null default 1,
  add once uuid unique;
create index alert_topic_in_order on alert_topic (position, id);

-- Polls through their lives. Open and closed follow from the clock, published from published_at.
alter table poll
  add stage text not null default 'SCHEDULED',  -- DRAFT, SCHEDULED, WITHDRAWN
  add author text not null default 'house',
  add method jsonb,                       -- without which no result is published
  add published_at timestamptz,
  add version bigint not null default 1,
  add once uuid unique;
create index poll_in_order on poll (opens_at desc, id desc);
-- Questions are of a kind since.
update poll set questions = coalesce(
  (select jsonb_agg(question || '{"kind": "OPINION"}' order by place)
   from jsonb_array_elements(questions) with ordinality as each (question, place)), '[]');
-- What was told before goes on being told.
update poll set published_at = now(), method = jsonb_build_object(
    'sampling', 'SELF_SELECTED', 'contacted', invited, 'marginOfError', null,
    'how', jsonb_build_object('sw', 'Kwa simu: USSD na SMS', 'en', 'By phone: USSD and SMS'),
    'weighting', jsonb_build_object('sw', 'Hakuna', 'en', 'None'))
  where sealed or closes_at <= now();

-- Where a ballot came from, a county and a language, sealed anew in every row under the poll's own
-- key; null for ballots of before.
alter table poll_choice add cell text;
-- How groups answered; no number in it, nor a difference between numbers, is under ten.
alter table poll_seal add breakdown jsonb not null default '[]';
