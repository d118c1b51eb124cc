-- Who, proved by their badge, took a stage back, let go what was held together, or put the papers of a delivery right.
alter table pickingSession add column cancelledBy text references user;
alter table packingSession add column cancelledBy text references user;
alter table deliverySession add column cancelledBy text references user;
alter table packingSession add column releasedBy text references user;
alter table deliverySession add column papersBy text references user;
-- What was brought to its end stays done work, whatever becomes of the invoice later on.
alter table pickingSession add column isCompleted integer not null default 0 check (isCompleted in (0, 1));
alter table packingSession add column isCompleted integer not null default 0 check (isCompleted in (0, 1));
update pickingSession set isCompleted = 1 where status in ('PICKED', 'VERIFIED');
update packingSession set isCompleted = 1 where status = 'PACKED';
