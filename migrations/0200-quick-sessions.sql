-- Opened by PIN or badge: such a session ends when its user may more than those can open.
alter table session add column isQuick integer not null default 0 check (isQuick in (0, 1));
