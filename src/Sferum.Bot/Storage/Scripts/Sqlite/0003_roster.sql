-- What names an institution for good in the office's own lists (ОГРН, ИНН, own number), and who heads it by these lists.
alter table institution add column external_key text null;
alter table institution add column head_note text null;
create unique index institution_external_key on institution (external_key);

-- A newer code takes the place of those before it.
alter table claim_code add column revoked_at text null;
