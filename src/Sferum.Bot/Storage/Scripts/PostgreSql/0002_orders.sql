create table institution (
    id bigint generated always as identity primary key,
    name text not null,
    type text not null,
    archived boolean not null,
    created_at timestamptz not null
);
create unique index institution_name on institution (name);

create table person (
    person_id bigint primary key,
    teacher boolean not null,
    consent_version text null,
    consent_at timestamptz null,
    muted boolean not null,
    institution_id bigint null references institution (id),
    met_at timestamptz not null
);

-- Who acts for which institution, from when until when; a role is ended, never deleted.
create table membership (
    id bigint generated always as identity primary key,
    person_id bigint not null references person (person_id),
    institution_id bigint not null references institution (id),
    role text not null,
    since timestamptz not null,
    until timestamptz null
);
create index membership_of_person on membership (person_id);
create index membership_of_institution on membership (institution_id);

-- Codes are kept as hashes: whoever reads the database can't claim an institution with it.
create table claim_code (
    id bigint generated always as identity primary key,
    institution_id bigint not null references institution (id),
    code_hash text not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz null,
    used_by bigint null
);
create unique index claim_code_hash on claim_code (code_hash);
create index claim_code_of_institution on claim_code (institution_id);

create table failed_claim (
    id bigint generated always as identity primary key,
    person_id bigint not null,
    failed_at timestamptz not null
);
create index failed_claim_of_person on failed_claim (person_id, failed_at);
create index failed_claim_at on failed_claim (failed_at);

-- What stands now for a point; how it came to stand so is in the journal.
create table report (
    id bigint generated always as identity primary key,
    institution_id bigint not null references institution (id),
    order_number text not null,
    point text not null,
    status text not null,
    revision integer not null,
    answers text not null,
    late boolean not null,
    reported_by bigint not null,
    received_at timestamptz not null,
    reviewed_by bigint null,
    reviewed_at timestamptz null,
    return_reason text null
);
create unique index report_of_line on report (institution_id, order_number, point);
create index report_waiting on report (received_at) where status = 'reported';

create table evidence_file (
    id bigint generated always as identity primary key,
    person_id bigint not null,
    attachment_id text not null,
    kind text not null,
    name text not null,
    size bigint not null,
    source_url text null,
    state text not null,
    attempts integer not null,
    next_try_at timestamptz not null,
    sha256 text null,
    received_at timestamptz not null
);
create unique index evidence_file_of_person on evidence_file (person_id, attachment_id);
create index evidence_file_pending on evidence_file (next_try_at) where state = 'pending';

create table question (
    id bigint generated always as identity primary key,
    person_id bigint not null,
    body text not null,
    asked_at timestamptz not null,
    answer text null,
    answered_by bigint null,
    answered_at timestamptz null
);
create index question_waiting on question (asked_at) where answered_at is null;

-- Append-only and chained by hashes; the trigger keeps mistakes out, the chain shows tampering.
create table journal (
    seq bigint primary key,
    at timestamptz not null,
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

create function refuse_change_of_journal() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only';
end
$$;
create trigger journal_is_append_only before update or delete on journal
    for each row execute function refuse_change_of_journal();
create trigger journal_is_not_emptied before truncate on journal
    for each statement execute function refuse_change_of_journal();
