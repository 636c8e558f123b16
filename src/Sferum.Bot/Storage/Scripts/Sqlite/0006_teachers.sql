-- How many teachers work there, as the head says; null while he has not.
alter table institution add column teachers integer null;

-- Where a teacher says that he works, one institution at a time, and when he said that his role in Sferum is confirmed. He
-- counts once and without a name; nothing else is kept of him, and when he takes it back the row goes.
create table teacher (
    person_id bigint primary key references person (person_id),
    institution_id bigint not null references institution (id),
    confirmed_at text null
) without rowid;
create index teacher_confirmed on teacher (institution_id) where confirmed_at is not null;
