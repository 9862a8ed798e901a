-- The people who called. Before consent a row is a keyed hash and a language.
create table citizen (
  citizen_key text primary key,
  language text not null,
  ward text not null default '',          -- '' not asked, '?' does not know, else four digits
  phone bytea,                            -- sealed for citizen/<citizen_key>; only with consent
  since timestamptz not null default now()
);
create index citizen_by_ward on citizen (ward, language) where phone is not null;

-- Proof of consent (Data Protection Act 2019, s. 32): it outlives the row above.
create table consent (
  citizen_key text not null,
  wording text not null,
  language text not null,
  channel text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (citizen_key, given_at)
);
create unique index consent_in_force on consent (citizen_key) where withdrawn_at is null;
