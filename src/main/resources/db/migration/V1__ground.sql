-- Tells every node that a table of reference data has changed. Used as
--   create trigger topic_changed after insert or update or delete or truncate on topic
--     for each statement execute function notify_change();
create function notify_change() returns trigger
  language plpgsql as
$$
begin
  perform pg_notify('shiriki_change', tg_table_name);
  return null;
end
$$;
