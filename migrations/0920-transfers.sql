-- What comes to a stage comes by transfer slip, and its lines are empty or hold the same goods before it is put there (TR-2, TR-3).
alter table productionStage add column isBySlip integer not null default 0 check (isBySlip in (0, 1));
alter table productionStage add column mustBeClear integer not null default 1 check (mustBeClear in (0, 1));

-- What one section hands over to another: nobody uses it before it is counted and accepted (TR-2).
create table transfer (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  barcode text not null unique, -- TR-10
  fromWorkOrderId text not null references workOrder,
  fromSectionId text not null references section,
  toWorkOrderId text not null references workOrder,
  toSectionId text not null references section,
  productionLineId text references productionLine, -- where it is to go; null where the section has no lines
  articleId text not null references item,
  itemId text references item, -- the part; null where no BOM says it
  batch text not null,
  week text,
  destination text,
  quantity integer not null check (quantity > 0), -- sent
  countedQuantity integer check (countedQuantity >= 0), -- by whoever receives it
  receivedQuantity integer check (receivedQuantity >= 0), -- accepted
  status text not null check (status in ('BLOCKED', 'LOCKED', 'ACCEPTED', 'COMPLETED', 'CANCELLED')),
  block text check (block in ('LINE', 'SEGREGATION', 'VARIANCE')),
  blockedAt text,
  fromLocationId text references location, -- where its stock is kept for it; null where the part is not in stock
  toLocationId text references location,
  notes text not null default '',
  sentBy text not null references user,
  countedBy text references user,
  varianceReason text,
  acceptedBy text references user,
  acceptedAt text,
  completedAt text,
  releaseMethod text check (releaseMethod in ('DOCUMENTED', 'OVERRIDE')), -- TR-5
  gapMetres integer check (gapMetres >= 0),
  releaseNote text,
  releasedBy text references user,
  releasedAt text,
  cancelledBy text references user,
  cancelledAt text,
  cancelReason text,
  check ((status = 'BLOCKED') = (block is not null)),
  check ((status in ('ACCEPTED', 'COMPLETED')) = (receivedQuantity is not null))
) strict;
create index transferFrom on transfer (fromWorkOrderId);
create index transferTo on transfer (toWorkOrderId);
create index transferOpen on transfer (toSectionId, createdAt) where status in ('BLOCKED', 'LOCKED');
create index transferOfLine on transfer (productionLineId, acceptedAt) where productionLineId is not null;

-- What stands on a line (TR-3); a line without a row is empty.
create table lineOccupancy (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  productionLineId text not null unique references productionLine,
  status text not null check (status in ('CLEAR', 'OCCUPIED', 'PAUSED')),
  workOrderId text references workOrder,
  articleId text references item,
  batch text,
  week text,
  destination text,
  occupiedBy text references user,
  occupiedAt text,
  check ((status = 'CLEAR') = (articleId is null))
) strict;

-- Somebody looked and saw that a line is empty (TR-4).
create table lineClearance (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  productionLineId text not null references productionLine,
  method text not null check (method in ('VISUAL', 'COUNTED', 'CLEANED')),
  articleId text references item, -- what had stood there
  batch text,
  notes text not null default '',
  clearedBy text not null references user,
  clearedAt text not null
) strict;
create index lineClearanceOfLine on lineClearance (productionLineId, clearedAt);

-- What went wrong with a transfer and who saw to it.
create table transferAlert (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  kind text not null check (kind in ('LINE_CLEARANCE', 'SEGREGATION', 'VARIANCE', 'DUPLICATE_SCAN', 'GATE_LATE')),
  severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
  status text not null default 'PENDING' check (status in ('PENDING', 'ACKNOWLEDGED', 'RESOLVED', 'OVERRIDDEN')),
  escalationLevel integer not null default 0 check (escalationLevel between 0 and 3),
  sectionId text not null references section,
  transferId text references transfer,
  productionLineId text references productionLine,
  raisedBy text not null references user,
  acknowledgedBy text references user,
  acknowledgedAt text,
  resolvedBy text references user,
  resolvedAt text,
  resolution text
) strict;
create index transferAlertOpen on transferAlert (createdAt) where status in ('PENDING', 'ACKNOWLEDGED');
create index transferAlertOfTransfer on transferAlert (transferId) where transferId is not null;
