-- A code lets in a head for good or a deputy from one instant to another. Codes issued before are all those of heads.
alter table claim_code add column role text not null default 'head';
alter table claim_code add column member_since text null;
alter table claim_code add column member_until text null;
alter table claim_code add column issued_by bigint null;

-- Whether a point was done or does not concern the institution. Reports of before are all of the first kind.
alter table report add column kind text not null default 'done';

-- Which files belong to which version of a report, so that a failed fetch can be told with its point.
create table report_file (
    report_id bigint not null references report (id),
    revision integer not null,
    file_id bigint not null references evidence_file (id),
    primary key (report_id, revision, file_id)
);
create index report_file_of_file on report_file (file_id);

-- Why a file could not be had, for the administrator; null while it is being tried.
alter table evidence_file add column fail_reason text null;

-- The day by which an institution means to have done a point; the last one it named.
create table promise (
    institution_id bigint not null references institution (id),
    order_number text not null,
    point text not null,
    due text not null,
    person_id bigint not null,
    made_at text not null,
    primary key (institution_id, order_number, point)
);

-- A group chat to which somebody invited the bot, what was seen of it, and the line for which it counts.
create table shown_chat (
    chat_peer_id bigint primary key,
    invited_by bigint not null,
    state text not null,
    title text null,
    people integer null,
    seen_at text null,
    looks integer not null,
    look_at text null,
    institution_id bigint null references institution (id),
    order_number text null,
    point text null
);
create index shown_chat_due on shown_chat (look_at) where look_at is not null;
create index shown_chat_of_line on shown_chat (institution_id, order_number, point) where institution_id is not null;

-- The history of one line, without reading through that of the whole institution.
create index journal_of_line on journal (institution_id, order_number, point, seq) where point is not null;
