-- As on PostgreSQL, where it matters: one statement is read by both databases.
drop index outbox_waiting;
create index outbox_waiting on outbox (purpose, id + 0);
drop index outbox_of_peer;
create index outbox_of_peer on outbox (peer_id, id + 0);
