-- «What has changed since Monday» looks entries up by their time.
create index journal_of_time on journal (at);
