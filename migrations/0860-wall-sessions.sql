-- Opened by whoever may do nothing but look at the planner's board: such a session, of a TV on a wall, lasts as long as the screen is on now and then.
alter table session add column isWall integer not null default 0 check (isWall in (0, 1));
