-- The phones of staff, each proven by a code that was sent to it.
create table own_phone (
  account text primary key references account,
  phone bytea,                            -- sealed for own-phone/<account>; null once forgotten
  code text not null,                     -- keyed hash of the code that was sent last
  code_until timestamptz not null,
  tries int not null default 0,           -- how often a code was given in, right or wrong
  confirmed_at timestamptz,               -- null until the code was given in
  once uuid not null,                     -- the request that sent the code
  day date not null,                      -- Nairobi's, of the last code
  codes int not null default 1            -- how many were sent on that day; outlives the number
);
