-- Order files as texts, checked before they come here; a change is a new row.
create table order_version (
    id bigint generated always as identity primary key,
    number text not null,
    body text not null,
    sha256 text not null,
    uploaded_by bigint not null,
    uploaded_at timestamptz not null
);
create index order_version_of_number on order_version (number, id);

-- What is in force of a number from a day on, by the office's calendar: that version, or without one nothing. Of those
-- whose day has come the last one holds.
create table order_term (
    id bigint generated always as identity primary key,
    number text not null,
    version_id bigint null references order_version (id),
    since date not null,
    decided_by bigint not null,
    decided_at timestamptz not null,
    revoked_by bigint null,
    revoked_at timestamptz null
);
create index order_term_of_number on order_term (number, id);
