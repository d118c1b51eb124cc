-- The business day a shortage was reported on: the instant's own date is another one in the factory's morning.
alter table shortage add column day text not null default '';
update shortage set day = substr(createdAt, 1, 10);
