-- As before, but that the number of a person who had his data deleted makes way for the negative one that stands for him.
create trigger journal_is_not_updated before update on journal
when not (old.actor_id > 0 and new.actor_id < 0
    and new.seq = old.seq and new.at = old.at and new.actor = old.actor and new.institution_id is old.institution_id
    and new.order_number is old.order_number and new.point is old.point and new.action = old.action and new.data = old.data
    and new.previous_hash = old.previous_hash and new.hash = old.hash)
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
