-- The part of its order that a work order is for, where another article is made in its place (PL-17).
alter table workOrder add column plannedItemId text references item;

-- A department's manager asks for changes too, and the director looks at work orders.
with changeGrant (role, permission) as (values ('Manager', 'process.requestModification'), ('Director', 'process.readDailyProduction'))
insert or ignore into roleGrant (id, createdAt, roleId, permission)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, changeGrant.permission
from changeGrant join role on role.name = changeGrant.role and role.isHidden = 0;
