-- Who did something, and from where.

alter table audit add column origin text not null default '';  -- '' for the house itself

create table organisation (
  id text primary key,                    -- stable, 'secretariat'
  name text not null,
  member boolean not null,                -- a member CSO; false: the secretariat or a county department
  version bigint not null default 1
);

create table account (
  name text primary key,                  -- short, stands in the audit; never given again
  organisation text not null references organisation,
  email text not null,
  password text,                          -- Argon2id; null until it was first set
  otp bytea,                              -- sealed for account/<name>: the secret of the second factor
  otp_on boolean not null default false,  -- whether its first code was seen
  otp_step bigint not null default 0,     -- the last time step whose code was used
  recovery text[] not null default '{}',  -- hashes of the recovery codes that are left
  grants jsonb not null,                  -- [{"role", "counties", "themes"}]
  active boolean not null default true,
  reset text,                             -- hash of the word of a reset link
  reset_until timestamptz,
  version bigint not null default 1,
  since timestamptz not null
);
create unique index account_by_email on account (lower(email));

-- Wrong passwords and codes in a row, by person and by person and address (keyed hashes).
create table sign_in_miss (
  mark text primary key,
  misses int not null,
  closed_until timestamptz not null,      -- no try is looked at before
  latest timestamptz not null
);
create index sign_in_miss_age on sign_in_miss (latest);

create table api_token (
  id text primary key,                    -- the part of the token that may be seen
  account text not null references account,
  name text not null,
  hash text not null unique,              -- of the token, which is shown once
  rights text[] not null,                 -- '{}': all that the account may
  since timestamptz not null,
  until timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
create index api_token_of_account on api_token (account, since);

create table staff_session (
  hash text primary key,                  -- of the cookie's word
  account text not null references account,
  csrf text not null,                     -- the word that a page sends along
  since timestamptz not null,
  used_at timestamptz not null,
  until timestamptz not null,
  proven boolean not null,                -- whether the second factor was given, or none is needed
  origin text not null
);
create index staff_session_of_account on staff_session (account);

create table api_once (
  account text not null,
  key text not null,                      -- the caller's word, with the operation before it
  request text not null,                  -- hash of what was sent
  reply text,                             -- null while it is being done
  location text,
  version bigint,
  at timestamptz not null,
  primary key (account, key)
);
create index api_once_age on api_once (at);
