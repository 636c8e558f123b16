-- One-time links into the web panel: of the token its SHA-256 alone stands here.
create table panel_link (
    token_hash text primary key,
    person_id bigint not null,
    expires_at text not null,
    used_at text null
);
create index panel_link_of_person on panel_link (person_id);
create index panel_link_age on panel_link (expires_at);

-- Who is signed in to the panel; of the cookie its SHA-256 alone. What the person may do is asked anew at every request.
create table panel_session (
    id_hash text primary key,
    person_id bigint not null,
    created_at text not null,
    seen_at text not null,
    expires_at text not null
);
create index panel_session_of_person on panel_session (person_id);
create index panel_session_age on panel_session (expires_at);

-- Who acts as specialist from one day to another, both included, by the office's calendar.
create table substitute (
    id integer primary key autoincrement,
    person_id bigint not null,
    since date not null,
    until date not null,
    granted_by bigint not null,
    granted_at text not null,
    ended_at text null
);
create index substitute_of_person on substitute (person_id, until);

-- The pages show what became of an institution's last messages.
create index outbox_done_of_peer on outbox_done (peer_id, id);
