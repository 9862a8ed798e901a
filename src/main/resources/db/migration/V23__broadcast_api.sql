-- What doors need of broadcasts: which version was read, which request made it, and whom it touches.

alter table broadcast
  add column version bigint not null default 1,
  add column once uuid not null default gen_random_uuid(),
  add column counties text[] not null default '{}';  -- of its audience; '{}' for everywhere
create unique index broadcast_once on broadcast (once);
