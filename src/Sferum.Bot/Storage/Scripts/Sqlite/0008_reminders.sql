-- One message a day that a person did not ask for: whoever writes the row may send it.
create table unasked_day (
    person_id bigint not null,
    day date not null,
    sent_at text not null,
    primary key (person_id, day)
);
create index unasked_day_age on unasked_day (sent_at);

-- Reminders that went out, with the keys of their lines.
create table reminder (
    id integer primary key autoincrement,
    person_id bigint not null,
    institution_id bigint not null references institution (id),
    lines text not null,
    sent_at text not null
);
create index reminder_of_person on reminder (person_id, sent_at);
create index reminder_age on reminder (sent_at);

-- Up to which step of the ladder a person was reminded of a line.
create table reminder_mark (
    person_id bigint not null,
    institution_id bigint not null references institution (id),
    order_number text not null,
    point text not null,
    step_at text not null,
    primary key (person_id, institution_id, order_number, point)
);

-- Who wants to be reminded later, and on which day.
create table reminder_later (
    person_id bigint primary key,
    day date not null
);

-- What the specialist has decided on a line of one institution: another deadline, or that it is excused.
create table line_decision (
    institution_id bigint not null references institution (id),
    order_number text not null,
    point text not null,
    due date null,
    changed_by bigint not null,
    changed_at text not null,
    primary key (institution_id, order_number, point)
);

-- Of which institution the specialist was told that it is silent, out of reach or never came.
create table escalation (
    institution_id bigint not null references institution (id),
    reason text not null,
    told_at text not null,
    primary key (institution_id, reason)
);

-- Why a point takes longer, in the institution's own words.
alter table promise add column reason text null;
