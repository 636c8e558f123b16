create table institution (
    id integer primary key autoincrement,
    name text not null,
    type text not null,
    archived integer not null,
    created_at text not null
);
create unique index institution_name on institution (name);

create table person (
    person_id bigint primary key,
    teacher integer not null,
    consent_version text null,
    consent_at text null,
    muted integer not null,
    institution_id bigint null references institution (id),
    met_at text not null
);

-- Who acts for which institution, from when until when; a role is ended, never deleted.
create table membership (
    id integer primary key autoincrement,
    person_id bigint not null references person (person_id),
    institution_id bigint not null references institution (id),
    role text not null,
    since text not null,
    until text null
);
create index membership_of_person on membership (person_id);
create index membership_of_institution on membership (institution_id);

-- Codes are kept as hashes: whoever reads the database can't claim an institution with it.
create table claim_code (
    id integer primary key autoincrement,
    institution_id bigint not null references institution (id),
    code_hash text not null,
    issued_at text not null,
    expires_at text not null,
    used_at text null,
    used_by bigint null
);
create unique index claim_code_hash on claim_code (code_hash);
create index claim_code_of_institution on claim_code (institution_id);

create table failed_claim (
    id integer primary key autoincrement,
    person_id bigint not null,
    failed_at text not null
);
create index failed_claim_of_person on failed_claim (person_id, failed_at);
create index failed_claim_at on failed_claim (failed_at);

-- What stands now for a point; how it came to stand so is in the journal.
create table report (
    id integer primary key autoincrement,
    institution_id bigint not null references institution (id),
    order_number text not null,
    point text not null,
    status text not null,
    revision integer not null,
    answers text not null,
    late integer not null,
    reported_by bigint not null,
    received_at text not null,
    reviewed_by bigint null,
    reviewed_at text null,
    return_reason text null
);
create unique index report_of_line on report (institution_id, order_number, point);
create index report_waiting on report (received_at) where status = 'reported';

create table evidence_file (
    id integer primary key autoincrement,
    person_id bigint not null,
    attachment_id text not null,
    kind text not null,
    name text not null,
    size bigint not null,
    source_url text null,
    state text not null,
    attempts integer not null,
    next_try_at text not null,
    sha256 text null,
    received_at text not null
);
create unique index evidence_file_of_person on evidence_file (person_id, attachment_id);
create index evidence_file_pending on evidence_file (next_try_at) where state = 'pending';

create table question (
    id integer primary key autoincrement,
    person_id bigint not null,
    body text not null,
    asked_at text not null,
    answer text null,
    answered_by bigint null,
    answered_at text null
);
create index question_waiting on question (asked_at) where answered_at is null;

-- Append-only and chained by hashes; the trigger keeps mistakes out, the chain shows tampering.
create table journal (
    seq integer primary key,
    at text not null,
    actor_id bigint not null,
    institution_id bigint null,
    order_number text null,
    point text null,
    action text not null,
    data text not null,
    previous_hash text not null,
    hash text not null
);
create index journal_of_institution on journal (institution_id, seq);

create trigger journal_is_not_updated before update on journal
begin
    select raise(abort, 'the journal is append-only');
end;
create trigger journal_is_not_deleted before delete on journal
begin
    select raise(abort, 'the journal is append-only');
end;
-- "insert or replace" deletes without firing the trigger above.
create trigger journal_is_not_replaced before insert on journal when exists (select 1 from journal where seq = new.seq)
begin
    select raise(abort, 'the journal is append-only');
end;
