-- A planned stop shortens the time that is to be worked; any other is lost from it.
alter table downtimeReason add column isPlanned integer not null default 0 check (isPlanned in (0, 1));

-- When a machine, a line, or without either a whole section stood still, and why (PX-10). Without an end it still does.
create table downtime (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  productionLineId text references productionLine,
  machineId text references machine,
  workOrderId text references workOrder,
  downtimeReasonId text not null references downtimeReason,
  startedAt text not null,
  endedAt text,
  notes text not null default '',
  reportedBy text not null references user,
  endedBy text references user,
  verifiedBy text references user,
  verifiedAt text,
  cancelledBy text references user,
  cancelledAt text,
  cancelReason text,
  check (machineId is null or productionLineId is null),
  check (endedAt is null or endedAt > startedAt)
) strict;
create index downtimeBySection on downtime (sectionId, startedAt);
create index downtimeByMachine on downtime (machineId, startedAt) where machineId is not null;
create index downtimeOpen on downtime (startedAt) where endedAt is null and cancelledAt is null;
