-- As before, but that the number of a person who had his data deleted makes way for the negative one that stands for him.
create or replace function refuse_change_of_journal() returns trigger language plpgsql as $$
declare
    alias bigint;
begin
    if tg_op = 'UPDATE' then
        if old.actor_id > 0 and new.actor_id < 0 then
            alias := new.actor_id;
            new.actor_id := old.actor_id;
            if new is not distinct from old then
                new.actor_id := alias;
                return new;
            end if;
        end if;
    end if;
    raise exception 'the journal is append-only';
end
$$;
create trigger journal_is_append_only before update or delete on journal
    for each row execute function refuse_change_of_journal();
create trigger journal_is_not_emptied before truncate on journal
    for each statement execute function refuse_change_of_journal();
