create table unit (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  places integer not null default 0 check (places between 0 and 4),
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table location (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  kind text not null check (kind in ('VIEW', 'INTERNAL', 'CUSTOMER', 'SUPPLIER', 'PRODUCTION', 'INVENTORY_LOSS')),
  parentId text references location,
  sectionId text references section, -- whose store it is; null = the factory's
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table item (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  kind text not null check (kind in ('RAW_MATERIAL', 'AUXILIARY', 'WIP', 'FINISHED_GOOD', 'SERVICE')),
  unitId text not null references unit,
  category text not null default '',
  buyer text not null default '',
  minimumStock integer not null default 0 check (minimumStock >= 0), -- Decimal
  unitCost integer check (unitCost >= 0),                            -- Decimal
  piecesPerCarton integer check (piecesPerCarton > 0),
  cartonsPerPallet integer check (cartonsPerPallet > 0),
  notes text not null default '',
  isActive integer not null default 1 check (isActive in (0, 1)),
  check ((piecesPerCarton is null) = (cartonsPerPallet is null)) -- MD-1
) strict;
create index itemByName on item (name collate nocase);

create table savedView (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  userId text not null references user,
  list text not null,
  name text not null,
  state text not null,
  unique (userId, list, name)
) strict;

create table attachment (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  entity text not null,
  entityId text not null,
  sectionId text references section, -- of the record it hangs on; null = what belongs to no section
  name text not null,
  mediaType text not null,
  size integer not null check (size >= 0),
  sha256 text not null,
  createdBy text not null references user,
  isRemoved integer not null default 0 check (isRemoved in (0, 1))
) strict;
create index attachmentByEntity on attachment (entity, entityId);

create table importMapping (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  target text not null,
  name text not null collate nocase,
  columns text not null,          -- JSON: field -> heading
  constants text not null,        -- JSON: field -> text, for fields that have no column
  unique (target, name)
) strict;

create table importBatch (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  target text not null,
  mode text not null check (mode in ('insert', 'update')),
  fileName text not null,
  createdBy text not null references user,
  status text not null check (status in ('STAGING', 'STAGED', 'APPLIED', 'DISCARDED')),
  setup text not null,            -- JSON: how the file is read: columns, constants, sheet, marks
  findings text not null,         -- JSON: issues by kind, with their counts
  rowCount integer not null default 0,
  newCount integer not null default 0,
  changedCount integer not null default 0,
  sameCount integer not null default 0,
  faultyCount integer not null default 0,
  skippedCount integer not null default 0,
  settledBy text references user, -- who applied or discarded it
  settledAt text
) strict;
create index importBatchByTime on importBatch (createdAt);

-- Working space of imports, not records: neither audited nor announced one by one.
create table importFile (
  id text primary key,
  at text not null,
  userId text not null references user,
  path text not null,             -- in the host's work folder
  name text not null,
  size integer not null
) strict;
create table importRow (
  batchId text not null references importBatch,
  row integer not null,           -- the line in the file, as a person counts: the heading is 1
  status text not null check (status in ('new', 'changed', 'same', 'faulty', 'skipped')),
  foldedInto integer,             -- the row that stands for this one, of several with one key
  entityId text,                  -- the record it meets, and that record's version then
  entityVersion integer,
  cells text not null,            -- JSON: { cells: field -> what the file says, extra: whether there is more }
  decision text not null,         -- JSON: what the user decided about this row
  fields text not null,           -- JSON: field -> value, where it could be read
  before text not null,           -- JSON: field -> value now, where it would change
  issues text not null,           -- JSON: [{ column, reason, params, weight }]
  primary key (batchId, row)
) strict, without rowid;
create index importRowByStatus on importRow (batchId, status, row);
