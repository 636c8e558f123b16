-- What the specialist writes to many. `draft` tells her drafts apart, so that a second press sends nothing twice.
create table broadcast (
    id bigint generated always as identity primary key,
    author_id bigint not null,
    draft text not null,
    body text not null,
    attachments text not null,
    audience text not null,
    urgent boolean not null,
    state text not null,
    send_at timestamptz not null,
    created_at timestamptz not null,
    started_at timestamptz null,
    finished_at timestamptz null,
    reads_asked_at timestamptz null,
    reads_seen_at timestamptz null,
    unique (author_id, draft)
);
create index broadcast_state on broadcast (state);
create index broadcast_age on broadcast (created_at);

-- Everybody whom a broadcast concerns, written down before the first message of it; who can't be written to stands here
-- too, with the reason. An institution for which nobody acts has no person. `institutions`: their numbers, joined by commas. `day`: the one on which it is
-- his one message that he did not ask for, once it is in the outbox.
create table broadcast_recipient (
    broadcast_id bigint not null references broadcast (id),
    position integer not null,
    person_id bigint null,
    institutions text not null,
    state text not null,
    not_before timestamptz null,
    code integer null,
    message_id bigint null,
    sent_at timestamptz null,
    day date null,
    read boolean not null,
    answered boolean not null,
    primary key (broadcast_id, position)
);
create unique index broadcast_recipient_person on broadcast_recipient (broadcast_id, person_id);
create index broadcast_recipient_state on broadcast_recipient (broadcast_id, state);

-- Questions whose answer is an audience, under a name; asked anew each time.
create table saved_audience (
    id bigint generated always as identity primary key,
    name text not null,
    audience text not null,
    saved_by bigint not null,
    saved_at timestamptz not null
);
create unique index saved_audience_name on saved_audience (name);

-- To which broadcast a message belongs; null for all others.
alter table outbox add column broadcast_id bigint null;
alter table outbox_done add column broadcast_id bigint null;
create index outbox_of_broadcast on outbox (broadcast_id) where broadcast_id is not null;
create index outbox_done_of_broadcast on outbox_done (broadcast_id, peer_id) where broadcast_id is not null;

-- Broadcasts whose messages the sender hands back, or ends unsent.
create table outbox_hold (
    broadcast_id bigint primary key,
    cancelled boolean not null
);

-- Whether the person wants messages that he did not ask for, beside whether he can be written to.
alter table peer add column muted boolean not null default false;
update peer set muted = true where peer_id in (select person_id from person where muted);

-- Teachers who asked to hear what is new.
alter table person add column news boolean not null default false;
create index person_news on person (person_id) where news;
