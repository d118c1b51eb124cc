-- What is told of a hold is about the hold: it is settled with it, and not with its work order.
update notification set
  entityId = (select id from stageHold where workOrderId = notification.entityId order by releasedAt is not null, createdAt desc limit 1), entity = 'stageHold'
where kind = 'STEP_FAILED' and entity = 'workOrder' and entityId in (select workOrderId from stageHold);

-- Quality is told of it, and sees what was written at the steps.
with qualityGrant (role) as (values ('QC Lab'), ('QC Inspector'))
insert or ignore into roleGrant (id, createdAt, roleId, permission)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, 'process.readDailyProduction'
from qualityGrant join role on role.name = qualityGrant.role and role.isHidden = 0;
