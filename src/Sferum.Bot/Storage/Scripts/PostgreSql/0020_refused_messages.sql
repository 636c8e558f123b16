-- Whether VK refuses the token is asked once a minute, by the codes of what waits: of a long queue hardly a row has one.
create index outbox_refused on outbox (code) where code is not null;
