-- Whose people answer in an office; null: nobody of a member organisation or a department does here.
alter table office add column organisation text references organisation (id);
create index office_of_organisation on office (organisation) where organisation is not null;
