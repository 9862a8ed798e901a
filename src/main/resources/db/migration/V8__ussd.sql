-- One row a turn of a USSD session; the last one is the session. What was typed and answered is
-- sealed for ussd/<session_id>.
create table ussd_turn (
  session_id text not null,
  text_length int not null,               -- of the carrier's cumulative text: a hop is kept once
  citizen_key text not null,
  at timestamptz not null,
  open bool not null,
  sealed bytea not null,
  primary key (session_id, text_length)
);
create index ussd_turn_of_citizen on ussd_turn (citizen_key, at desc);
create index ussd_turn_age on ussd_turn (at);
