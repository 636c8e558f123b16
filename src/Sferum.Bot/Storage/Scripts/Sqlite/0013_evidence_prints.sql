-- What can be told of a file's content, by its content: computed once, after it was fetched. A row stands from the moment
-- the content is stored, so that none is forgotten; attempts are counted before each, so that a file which ends the
-- process does not end it for ever.
create table evidence_print (
    sha256 text primary key,
    state text not null,
    attempts integer not null,
    next_try_at text not null,
    width integer null,
    height integer null,
    brightness integer null,
    highlight integer null,
    hash bigint null,
    grey blob null,
    preview blob null
);
create index evidence_print_due on evidence_print (next_try_at) where state in ('pending', 'printed');

-- Contents that show the same picture, each pair both ways round.
create table evidence_likeness (
    sha256 text not null,
    other text not null,
    primary key (sha256, other)
);

create index evidence_file_of_content on evidence_file (sha256) where sha256 is not null;

insert into evidence_print (sha256, state, attempts, next_try_at)
select distinct f.sha256, 'pending', 0, '1970-01-01T00:00:00.000000Z' from evidence_file f where f.sha256 is not null;
