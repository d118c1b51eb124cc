-- What a team of a garment section did on a day: how much of its time it earned, with whom, and what stood in its way. Shares are percent, quantities counts of 1/10,000.
create table teamDay (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  productionLineId text not null references productionLine,
  day text not null,
  targetEfficiency integer check (targetEfficiency > 0),
  actualEfficiency integer not null check (actualEfficiency >= 0),
  standardMinutes integer not null check (standardMinutes > 0),
  workers integer not null check (workers >= 0),
  shiftHours integer not null check (shiftHours > 0),
  overtimeMinutes integer not null default 0 check (overtimeMinutes >= 0),
  workInProgress integer check (workInProgress >= 0),
  incentive integer not null default 0 check (incentive >= 0),
  idleMinutes integer not null default 0 check (idleMinutes >= 0),
  idleWorkers integer not null default 0 check (idleWorkers >= 0),
  styleChanges integer not null default 0 check (styleChanges >= 0),
  notes text not null default '',
  enteredBy text not null references user,
  changedBy text references user,
  unique (productionLineId, day)
) strict;
create index teamDayBySection on teamDay (sectionId, day);
