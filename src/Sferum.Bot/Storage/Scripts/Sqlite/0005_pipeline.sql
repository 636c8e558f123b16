-- Events that were stored before, so that a repeated one is dropped. Kept for some days; the events themselves leave the
-- inbox when they are handled. Of a message its place in the dialog stands here too: after a gap in the stream it is told
-- from those that are missing.
create table seen_event (
    event_id text primary key,
    seen_at text not null,
    peer_id bigint not null,
    conversation_message_id bigint null
) without rowid;
create index seen_event_age on seen_event (seen_at);
insert into seen_event select event_id, received_at, peer_id, null from inbox;

delete from inbox where handled_at is not null;
drop index inbox_event;
drop index inbox_waiting;
drop index inbox_waiting_of_peer;
drop index inbox_handled;
alter table inbox drop column handled_at;
create index inbox_of_peer on inbox (peer_id, id);
alter table peer drop column leased_until;

-- Messages that have their fate; the outbox keeps only those that wait.
create table outbox_done (
    id integer primary key,
    peer_id bigint not null,
    purpose integer not null,
    content text not null,
    created_at text not null,
    attempts integer not null,
    fate integer not null,
    code integer null,
    reason text null,
    message_id bigint null,
    conversation_message_id bigint null,
    finished_at text not null
);
create index outbox_done_age on outbox_done (finished_at);
insert into outbox_done
select id, peer_id, purpose, content, created_at, attempts, fate, code, reason, message_id, conversation_message_id, finished_at
from outbox where fate <> 0;
delete from outbox where fate <> 0;
drop index outbox_waiting;
drop index outbox_waiting_of_peer;
drop index outbox_finished;
alter table outbox drop column leased_until;
alter table outbox drop column fate;
alter table outbox drop column message_id;
alter table outbox drop column conversation_message_id;
alter table outbox drop column finished_at;
-- What many recipients get as one message goes under one random_id; null: the row's own.
alter table outbox add column random_id integer null;
create index outbox_waiting on outbox (purpose, id);
create index outbox_of_peer on outbox (peer_id, id);
update outbox set uncertain = 1 where first_try_at is not null;

-- random_id follows the row's number: a database set up anew must not begin with numbers that VK still remembers.
insert into sqlite_sequence (name, seq)
select 'outbox', 0 where not exists (select 1 from sqlite_sequence where name = 'outbox');
update sqlite_sequence set seq = seq + 1 + abs(random() % 1000000000) where name = 'outbox';
