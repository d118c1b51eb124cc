-- What was first counted of a slip where it differs from what was sent: however it is counted later, a supervisor looks at it (TR-6).
alter table transfer add column firstCountedQuantity integer check (firstCountedQuantity >= 0);
update transfer set firstCountedQuantity = countedQuantity where status in ('BLOCKED', 'LOCKED') and countedQuantity <> quantity;

-- Whose goods stand on a line: it is empty once none are left. `lineOccupancy` tells what came last.
create table lineOccupant (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  productionLineId text not null references productionLine,
  workOrderId text not null references workOrder,
  articleId text not null references item,
  batch text not null,
  week text,
  destination text,
  occupiedBy text not null references user,
  occupiedAt text not null,
  unique (productionLineId, workOrderId)
) strict;
create index lineOccupantOfWorkOrder on lineOccupant (workOrderId);
insert into lineOccupant (id, createdAt, sectionId, productionLineId, workOrderId, articleId, batch, week, destination, occupiedBy, occupiedAt)
select id, createdAt, sectionId, productionLineId, workOrderId, articleId, batch, week, destination, occupiedBy, occupiedAt from lineOccupancy
where articleId is not null and workOrderId is not null and batch is not null and occupiedBy is not null and occupiedAt is not null;
-- How many slips came to it since it was first occupied: who clears it has seen the last of them (TR-4).
alter table lineOccupancy add column arrivals integer not null default 0;
-- Whether the line was empty when the slip was received: who came to an empty line did not have to clear it (TR-3). Nothing is known of what came before.
alter table transfer add column isLineClear integer check (isLineClear in (0, 1));
create index transferAccepted on transfer (acceptedAt) where acceptedAt is not null;
create index transferSent on transfer (createdAt);
