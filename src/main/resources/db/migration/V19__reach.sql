-- What words for many need to know of a person. Both go with the row.
alter table citizen
  add column operator text not null default '',  -- 'safaricom', 'airtel', 'telkom', 'other'; '' unknown
  add column name bytea;                  -- a first name, sealed for name/<citizen_key>; if given
