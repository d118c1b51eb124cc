-- A role that is not given any more stays with whoever had it in the past.
alter table role add column isActive integer not null default 1 check (isActive in (0, 1));
