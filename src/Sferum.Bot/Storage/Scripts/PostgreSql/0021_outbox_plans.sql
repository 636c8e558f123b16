-- An outbox is empty more often than not, and to a plan that is made while it is, all its indexes are equally good, also those
-- in which the number stands behind something else. Kept for the connection, such a plan reads a whole index for each row of a
-- long queue. So nothing but the primary key holds the bare number.
drop index outbox_waiting;
create index outbox_waiting on outbox (purpose, (id + 0));
drop index outbox_of_peer;
create index outbox_of_peer on outbox (peer_id, (id + 0));
