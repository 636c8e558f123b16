-- What came of a question, of whom it was and what it was about. Questions that were handed over before are all of the
-- first kind. Without consent a question is only counted: no person, no words.
alter table question add column outcome text not null default 'asked';
alter table question add column group_id bigint null;
alter table question add column role text not null default '';
alter table question add column org_type text null;
alter table question add column institution_id bigint null references institution (id);
alter table question add column line text null;
alter table question add column topic text null;
alter table question add column said text null;
update question set group_id = id;
create index question_open on question (group_id, id) where answered_at is null;
create index question_of_group on question (group_id, id);
create index question_asked on question (asked_at);

-- Answers of the specialist that the bot gives by itself from then on.
create table saved_answer (
    id bigint generated always as identity primary key,
    group_id bigint not null,
    questions text not null,
    body text not null,
    saved_by bigint not null,
    saved_at timestamptz not null,
    revoked_at timestamptz null
);

-- With whom a person of the office talks, and until when the bot is silent there.
create table talk (
    peer_id bigint primary key,
    until timestamptz not null,
    opened_by bigint not null,
    opened_at timestamptz not null
);
