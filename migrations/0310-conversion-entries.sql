-- Every conversion that an entry makes, with what the BOM expected of it (BM-7). What somebody accepted afterwards is an entry of its own that settles the first.
create table conversionEntry (
  seq integer primary key,
  at text not null,
  kind text not null check (kind in ('CONSUMPTION', 'CARTONS')),
  day text not null,
  sectionId text not null references section,
  itemId text not null references item, -- what was made
  componentItemId text references item, -- what was used; none for cartons
  pieces integer not null check (pieces > 0), -- Decimal, good and rejected
  quantity integer not null check (quantity >= 0), -- Decimal, as it was entered
  unitId text not null references unit,
  factor text not null, -- exact: by what the entered quantity is multiplied
  expected integer not null check (expected > 0), -- Decimal, in the own unit
  actual integer not null check (actual >= 0), -- Decimal
  variancePercent integer not null, -- Decimal
  verdict text not null check (verdict in ('OK', 'WARNING', 'REVIEW', 'BLOCKED')),
  efficiency text not null check (efficiency in ('EFFICIENT', 'OVER_USED', 'NO_DATA')),
  reason text not null default '',
  documentEntity text,
  documentId text,
  documentNumber text,
  settles integer references conversionEntry,
  approvedBy text references user,
  createdBy text not null references user
) strict;
create index conversionEntryBySection on conversionEntry (sectionId, seq);
create unique index conversionEntrySettled on conversionEntry (settles) where settles is not null;
create trigger conversionEntryNumbered before insert on conversionEntry when exists (select 1 from conversionEntry where seq = new.seq)
begin select raise(abort, 'conversionEntry is append-only'); end;
create trigger conversionEntryKept before update on conversionEntry begin select raise(abort, 'conversionEntry is append-only'); end;
create trigger conversionEntryStays before delete on conversionEntry begin select raise(abort, 'conversionEntry is append-only'); end;
