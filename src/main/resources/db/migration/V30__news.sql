-- Open pages of the console hear that something changed: of each act of staff, by the kind of thing
-- that it is about, and nothing else of it.
create function tell_news() returns trigger language plpgsql as $$
begin
  perform pg_notify('shiriki_change', 'news/' || split_part(new.subject, '/', 1));
  return null;
end
$$;

create trigger audit_news after insert on audit for each row execute function tell_news();
