-- How often something is to be counted (WH-6), and what.
create table countPlan (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  name text not null,
  rhythm text not null check (rhythm in ('MAIN', 'SECTION', 'GOODS')),
  locationIds text not null, -- JSON
  categories text not null default '[]', -- JSON; all where there are none
  abcClasses text not null default '[]', -- JSON; all where there are none
  countedOn text, -- the day a count of this plan was last posted
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;
create unique index countPlanByName on countPlan (name collate nocase);

create table stockCount (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  planId text references countPlan,
  sectionId text references section, -- whose stores they are, where all are of one
  rhythm text not null check (rhythm in ('MAIN', 'SECTION', 'GOODS')),
  locationIds text not null, -- JSON
  categories text not null default '[]',
  abcClasses text not null default '[]',
  isOnPaper integer not null default 0 check (isOnPaper in (0, 1)),
  notes text not null default '',
  status text not null check (status in ('DRAFT', 'COUNTING', 'COMPARED', 'POSTED', 'CANCELLED')),
  createdBy text not null references user,
  startedAt text,
  frozenUntil text,
  firstCounterId text references user,
  firstDoneAt text,
  secondCounterId text references user,
  secondDoneAt text,
  postedBy text references user,
  postedAt text,
  postedDay text,
  cancelledBy text references user,
  cancelledAt text,
  cancelReason text
) strict;
create index stockCountByStatus on stockCount (status, createdAt);
create index stockCountFrozen on stockCount (frozenUntil) where status = 'COUNTING';

create table stockCountLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  countId text not null references stockCount,
  sectionId text references section,
  itemId text not null references item,
  locationId text not null references location,
  lotId text references stockLot, -- none: found, and of no lot the books know there
  inBooks integer not null,
  firstCount integer check (firstCount >= 0),
  firstAt text,
  secondCount integer check (secondCount >= 0),
  secondAt text,
  recount integer check (recount >= 0),
  recountBy text references user,
  recountAt text,
  cause text check (cause in ('COUNTING', 'UNRECORDED', 'LOSS_SCRAP', 'THEFT', 'SYSTEM'))
) strict;
create unique index stockCountLineOnce on stockCountLine (countId, itemId, locationId, coalesce(lotId, ''));
create index stockCountLineByPlace on stockCountLine (itemId, locationId);

-- How much of the value that moves in a year an item makes up: A, B or C.
create table itemClass (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  itemId text not null unique references item,
  abcClass text not null check (abcClass in ('A', 'B', 'C')),
  movedValue integer not null
) strict;
