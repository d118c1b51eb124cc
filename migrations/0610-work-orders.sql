-- One section's part of a manufacturing order (SPK). Counts are pieces of its article.
create table workOrder (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  manufacturingOrderId text not null references manufacturingOrder,
  deliveryBatchId text references deliveryBatch, -- null = the whole order
  productionStageId text not null references productionStage,
  sectionId text not null references section,
  position integer not null,
  itemId text references item, -- what comes out; null where no BOM says it
  targetQuantity integer not null check (targetQuantity > 0),
  goodQuantity integer not null default 0 check (goodQuantity >= 0), -- Σ of its days
  rejectQuantity integer not null default 0 check (rejectQuantity >= 0),
  entryCount integer not null default 0 check (entryCount >= 0), -- its days
  startDay text not null,
  deadlineDay text not null,
  startedDay text,
  finishedDay text,
  status text not null check (status in ('PENDING', 'RUNNING', 'FINISHED', 'VOIDED', 'CANCELLED')),
  parentId text references workOrder, -- what it revises
  revision integer not null default 0,
  isUrgent integer not null default 0 check (isUrgent in (0, 1)),
  approvedAt text,
  approvedBy text references user, -- null with approvedAt: the System (PL-20)
  createdBy text not null references user,
  check (deadlineDay >= startDay)
) strict;
create unique index workOrderOnce on workOrder (manufacturingOrderId, coalesce(deliveryBatchId, ''), productionStageId, coalesce(itemId, ''), revision);
create index workOrderBySection on workOrder (sectionId, status, deadlineDay);
create index workOrderByStatus on workOrder (status, deadlineDay);

-- What a work order goes on from: it makes no more than these have put out (PL-11).
create table workOrderSource (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  workOrderId text not null references workOrder,
  sourceId text not null references workOrder,
  unique (workOrderId, sourceId)
) strict;
create index workOrderSourceBySource on workOrderSource (sourceId);

-- What a work order needs of the stores (PL-14); what is kept for it stands with the reservations.
create table materialAllocation (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  workOrderId text not null references workOrder,
  sectionId text not null references section,
  itemId text not null references item,
  locationId text not null references location, -- where it is kept for it
  required integer not null check (required > 0),
  unique (workOrderId, itemId)
) strict;
create index materialAllocationByItem on materialAllocation (itemId);
