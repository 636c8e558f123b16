-- The specialist's digest of a day: whoever writes the row sends it; what is new is counted from the row before.
create table digest (
    day date primary key,
    made_at timestamptz not null
);
