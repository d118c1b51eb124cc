-- The requests in which what was entered late still waits for consent: a JSON list of their ids.
alter table lateEntry add column requestIds text not null default '[]';
