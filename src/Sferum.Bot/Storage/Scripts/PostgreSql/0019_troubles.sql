-- What is wrong with the bot, a row a kind: told of once for all processes, and not more than once an hour.
create table trouble (
    kind text primary key,
    since timestamptz not null,
    told_at timestamptz null,
    told_figure bigint not null,
    is_told boolean not null,
    calm_since timestamptz null,
    is_over boolean not null
);
