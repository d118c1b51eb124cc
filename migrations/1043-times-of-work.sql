-- How long somebody really had it in hand (IF-19): less what they waited while it was held, and packing ends where boxing begins.
alter table pickingSession add column waitingSince text;
alter table pickingSession add column waitedSeconds integer not null default 0 check (waitedSeconds >= 0);
alter table packingSession add column waitingSince text;
alter table packingSession add column waitedSeconds integer not null default 0 check (waitedSeconds >= 0);
alter table packingSession add column packedAt text;
-- Whoever boxed what others packed, and how that was proved (IF-8).
alter table packingSession add column boxerId text references user;
alter table packingSession add column boxingProof text check (boxingProof in ('SCAN', 'MANUAL'));
create index packingSessionOfBoxer on packingSession (boxerId, createdAt) where boxerId is not null;
