-- What is due next: db-scheduler's own table, as its documentation has it. Our jobs carry no data.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea check (task_data is null),
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index execution_time_idx on scheduled_tasks (execution_time);
create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);

-- What became of each job's last run.
create table job_run (
  job text primary key,
  started_at timestamptz not null,
  succeeded_at timestamptz,
  failed_at timestamptz,
  cause text not null default '',         -- kinds and places in the code, never a value
  took_ms bigint not null default 0       -- of the last run that ended
);
