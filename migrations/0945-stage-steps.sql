-- What a stage does step by step, and what else a day at it is asked for: each factory says its own (PX-12, PX-13).
alter table productionStage add column isByStep integer not null default 0 check (isByStep in (0, 1)); -- its days are counted at its steps, and nowhere else

create table stageStep (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  productionStageId text not null references productionStage,
  position integer not null check (position > 0),
  name text not null,
  kind text not null check (kind in ('PLAIN', 'COUNT', 'CHECK', 'CRITICAL')), -- nothing counted; good and defects; passed, for rework and scrap; the same, and what fails stops the work order
  targetPercent integer check (targetPercent between 0 and 1000000), -- good of what went in
  minutesPerPiece integer check (minutesPerPiece > 0),
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1)),
  unique (productionStageId, position)
) strict;

create table stageFigure (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  productionStageId text not null references productionStage,
  position integer not null check (position > 0),
  name text not null,
  kind text not null check (kind in ('NUMBER', 'TEXT', 'CHOICE')),
  measure text not null default '', -- what a number is counted in
  choices text not null default '', -- of a choice, between semicolons
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1)),
  unique (productionStageId, position)
) strict;

-- What went into a step of a work order on a day, and what became of it. Pieces.
create table stepRecord (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  workOrderId text not null references workOrder,
  sectionId text not null references section,
  stageStepId text not null references stageStep,
  day text not null,
  inputQuantity integer not null check (inputQuantity > 0),
  goodQuantity integer not null check (goodQuantity >= 0),
  reworkQuantity integer not null default 0 check (reworkQuantity >= 0),
  scrapQuantity integer not null default 0 check (scrapQuantity >= 0),
  defectReasonId text references defectReason,
  notes text not null default '',
  enteredBy text not null references user,
  changedBy text references user,
  check (goodQuantity + reworkQuantity + scrapQuantity <= inputQuantity)
) strict;
create index stepRecordOfWorkOrder on stepRecord (workOrderId, day);
create index stepRecordBySection on stepRecord (sectionId, day);

-- Pieces on their way back to an earlier step, with the card that goes along (PX-12).
create table reworkCard (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  workOrderId text not null references workOrder,
  sectionId text not null references section,
  stepRecordId text not null unique references stepRecord,
  stageStepId text not null references stageStep, -- where they were found, and are looked at again
  returnStepId text not null references stageStep,
  quantity integer not null check (quantity > 0),
  openQuantity integer not null check (openQuantity >= 0),
  cycle integer not null default 1 check (cycle > 0),
  status text not null default 'OPEN' check (status in ('OPEN', 'DONE')),
  openedBy text not null references user,
  check ((status = 'OPEN') = (openQuantity > 0))
) strict;
create index reworkCardOfWorkOrder on reworkCard (workOrderId);
create index reworkCardOpen on reworkCard (sectionId, createdAt) where status = 'OPEN';

-- What looking at a card's pieces again found, once a cycle.
create table reworkRound (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  reworkCardId text not null references reworkCard,
  workOrderId text not null references workOrder,
  sectionId text not null references section,
  day text not null,
  cycle integer not null check (cycle > 0),
  goodQuantity integer not null check (goodQuantity >= 0),
  againQuantity integer not null check (againQuantity >= 0),
  scrapQuantity integer not null check (scrapQuantity >= 0),
  defectReasonId text references defectReason,
  notes text not null default '',
  enteredBy text not null references user,
  check (goodQuantity + againQuantity + scrapQuantity > 0),
  unique (reworkCardId, cycle)
) strict;
create index reworkRoundOfWorkOrder on reworkRound (workOrderId, day);

-- A work order that stands still since a critical step found something (PX-13).
create table stageHold (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  workOrderId text not null references workOrder,
  sectionId text not null references section,
  stepRecordId text not null unique references stepRecord,
  failedQuantity integer not null check (failedQuantity > 0),
  openedBy text not null references user,
  releasedBy text references user,
  releasedAt text,
  rootCause text not null default '',
  check ((releasedBy is null) = (releasedAt is null))
) strict;
create index stageHoldOpen on stageHold (workOrderId) where releasedAt is null;

-- What else a day of a work order was asked for.
create table stageFigureValue (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  workOrderId text not null references workOrder,
  sectionId text not null references section,
  day text not null,
  stageFigureId text not null references stageFigure,
  numberValue integer,
  textValue text not null default '',
  enteredBy text not null references user,
  changedBy text references user,
  unique (workOrderId, day, stageFigureId)
) strict;
