-- Whether a person was told on the phone that they get no messages, and how to have them again. Who
-- left everything on the phone knows.
alter table suppression add column told boolean not null default false;
