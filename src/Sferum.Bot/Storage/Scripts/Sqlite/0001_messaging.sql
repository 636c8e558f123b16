-- How far the messenger's stream of events was read.
create table stream_cursor (
    channel text primary key,
    position text not null,
    updated_at text not null
);

-- Every person or chat that was ever met.
create table peer (
    peer_id bigint primary key,
    can_message integer not null,
    unreachable_code integer null,
    since text not null,
    leased_until text not null
);

create table inbox (
    id integer primary key autoincrement,
    event_id text not null,
    peer_id bigint not null,
    person_id bigint not null,
    content text not null,
    received_at text not null,
    attempts integer not null,
    next_try_at text not null,
    handled_at text null
);
create unique index inbox_event on inbox (event_id);
create index inbox_waiting on inbox (id) where handled_at is null;
create index inbox_waiting_of_peer on inbox (peer_id, id) where handled_at is null;
create index inbox_handled on inbox (handled_at) where handled_at is not null;

create table dead_letter (
    id integer primary key autoincrement,
    event_id text not null,
    peer_id bigint not null,
    person_id bigint not null,
    content text not null,
    reason text not null,
    received_at text not null,
    failed_at text not null,
    replayed_at text null
);
create index dead_letter_waiting on dead_letter (id) where replayed_at is null;

create table conversation (
    peer_id bigint primary key,
    state text not null,
    slots text not null,
    version text not null,
    updated_at text not null
);

create table outbox (
    id integer primary key autoincrement,
    peer_id bigint not null,
    purpose integer not null,
    content text not null,
    created_at text not null,
    next_try_at text not null,
    leased_until text not null,
    first_try_at text null,
    attempts integer not null,
    faults integer not null,
    uncertain integer not null,
    without_keyboard integer not null,
    fate integer not null,
    code integer null,
    reason text null,
    message_id bigint null,
    conversation_message_id bigint null,
    finished_at text null
);
create index outbox_waiting on outbox (purpose, id) where fate = 0;
create index outbox_waiting_of_peer on outbox (peer_id, id) where fate = 0;
create index outbox_finished on outbox (finished_at) where fate <> 0;
