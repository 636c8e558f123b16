-- What identifies people stands beside the journal, not in it: entries hold a mark, the SHA-256 of a salt and the value, so
-- that the chain holds when the row here is deleted and nobody can find the value by trying all. `kind`: person (the VK
-- number, one row for each) or value (an address, the name of a file).
create table journal_seal (
    mark text primary key,
    person_id bigint not null,
    kind text not null,
    value text not null,
    salt text not null,
    made_at text not null
) without rowid;
create unique index journal_seal_of_person on journal_seal (person_id) where kind = 'person';
create index journal_seal_of_anybody on journal_seal (person_id);
create index journal_seal_age on journal_seal (made_at) where kind = 'value';

-- People who had their data deleted: what stays of the institution names them by the negative of this number.
create table erased_person (
    id integer primary key autoincrement,
    mark text null,
    erased_at text not null
);
insert into sqlite_sequence (name, seq) values ('erased_person', 1000000000000);

-- The words to which people have agreed, by their version.
create table consent_text (
    version text primary key,
    body text not null,
    first_agreed_at text not null
);

-- Until now there was one text, whose version was a name; from now on it is the hash of the words.
update person set consent_version = 'd4c3afd836a6' where consent_version = '2024-04';

drop trigger journal_is_not_updated;
drop trigger journal_is_not_deleted;
drop trigger journal_is_not_replaced;
alter table journal add column actor text not null default '';

create index claim_code_used on claim_code (used_at);
create index dead_letter_age on dead_letter (failed_at);
create index membership_ended on membership (until) where until is not null;
create index evidence_file_age on evidence_file (received_at);

-- Contents of files that no row names any more; whoever keeps house deletes the file unless it was stored anew after that.
create table content_to_delete (
    sha256 text primary key,
    since text not null
) without rowid;
