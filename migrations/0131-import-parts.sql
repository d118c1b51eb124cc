-- One file may give several lists: what it would make of each, beside the file's own rows.
alter table importBatch add column parts text not null default '[]'; -- JSON: [{ target, counts }]

create table importPartRow (
  batchId text not null references importBatch,
  part text not null,             -- the target of the list
  row integer not null,           -- the first row of the file that says this
  rowCount integer not null,      -- how many rows of the file say it
  status text not null check (status in ('new', 'changed', 'same', 'faulty', 'skipped')),
  entityId text,                  -- the record it meets, and that record's version then
  entityVersion integer,
  fields text not null,           -- JSON: field -> value
  before text not null,           -- JSON: field -> value now, where it would change
  issues text not null,           -- JSON: [{ column, reason, params, weight }]
  primary key (batchId, part, row)
) strict, without rowid;
