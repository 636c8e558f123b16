-- Reminders that the specialist holds: of a whole institution (order and point empty) or of one of its lines, up to a day,
-- which is the last one without them.
create table reminder_hold (
    institution_id bigint not null references institution (id),
    order_number text not null,
    point text not null,
    until date not null,
    held_by bigint not null,
    held_at text not null,
    primary key (institution_id, order_number, point)
);
create index reminder_hold_age on reminder_hold (until);
