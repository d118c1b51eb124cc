-- What the director decided alone, past those who else would (PL-24).
create table directorOverride (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  kind text not null check (kind in ('UNLOCK_WORK_ORDER', 'FORCE_PURCHASE_ORDER', 'APPROVE_DEBT', 'CLOSE_MANUFACTURING_ORDER')),
  entity text not null,
  entityId text not null,
  number text not null, -- of the record
  reason text not null,
  madeBy text not null references user,
  madeOn text not null -- the factory's day: so many a day
) strict;
create index directorOverrideByRecord on directorOverride (entity, entityId);
create index directorOverrideByDay on directorOverride (madeBy, madeOn);

-- A work order that the director unlocked waits for nothing but what comes from the stages before.
alter table workOrder add column unlockedAt text;
