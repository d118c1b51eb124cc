-- Days that were written on paper while the program could not be reached (IO-8), copied together: one document, with photos of the paper, decided once. What it waits for, or was rejected for,
-- is told by its last request.
create table paperBatch (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  sectionId text not null references section,
  firstDay text not null,
  lastDay text not null,
  writer text not null, -- who wrote on the paper: a name, for not everybody there is a user
  reason text not null, -- why it was written on paper
  lineChanges integer not null default 0, -- whoever has seen fewer sees it anew first
  createdBy text not null references user,
  approvedBy text references user,
  approvedAt text,
  check (firstDay <= lastDay),
  check ((approvedAt is null) = (approvedBy is null))
) strict;
create index paperBatchBySection on paperBatch (sectionId, firstDay);

create table paperBatchLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  paperBatchId text not null references paperBatch,
  sectionId text not null references section,
  workOrderId text not null references workOrder,
  day text not null,
  goodQuantity integer not null check (goodQuantity >= 0),
  rejectQuantity integer not null check (rejectQuantity >= 0),
  defectReasonId text references defectReason,
  workShiftId text references workShift,
  notes text not null default '',
  check (goodQuantity + rejectQuantity > 0),
  unique (paperBatchId, workOrderId, day)
) strict;
create index paperBatchLineByDay on paperBatchLine (workOrderId, day);

-- The batch that a day was copied with; days that were copied before had none.
alter table dailyProduction add column paperBatchId text references paperBatch;
create index dailyProductionByPaperBatch on dailyProduction (paperBatchId) where paperBatchId is not null;
