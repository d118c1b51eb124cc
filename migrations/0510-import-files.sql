-- One import may read several files: their rows are numbered on, each file from its offset.
alter table importBatch add column files text not null default '[]'; -- JSON: [{ name, sheet, decimalMark, dayOrder, offset }]

-- One row of a file may give several records of a list: they are told apart by their place in it.
create table importPartRecord (
  batchId text not null references importBatch,
  part text not null,             -- the target of the list
  place integer not null,         -- which record of the list this is
  row integer not null,           -- the first row that says this
  rowCount integer not null,      -- how many rows say it
  status text not null check (status in ('new', 'changed', 'same', 'faulty', 'skipped')),
  entityId text,                  -- the record it meets, and that record's version then
  entityVersion integer,
  fields text not null,           -- JSON: field -> value
  before text not null,           -- JSON: field -> value now, where it would change
  issues text not null,           -- JSON: [{ column, reason, params, weight }]
  primary key (batchId, part, place)
) strict, without rowid;
insert into importPartRecord (batchId, part, place, row, rowCount, status, entityId, entityVersion, fields, before, issues)
  select batchId, part, row, row, rowCount, status, entityId, entityVersion, fields, before, issues from importPartRow;
drop table importPartRow;
alter table importPartRecord rename to importPartRow;
