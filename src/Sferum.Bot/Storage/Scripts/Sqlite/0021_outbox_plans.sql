-- As on PostgreSQL, where it matters: both are read by one statement.
drop index outbox_waiting;
create index outbox_waiting on outbox (purpose, id + 0);
