-- BM-7: what was entered on a posted document in another unit than its item is kept in: the exact factor between the two, what that makes, and what was posted.
create table unitEntry (
  seq integer primary key,
  at text not null,
  day text not null,
  sectionId text references section, -- whose place it was posted at; null = the whole factory's
  itemId text not null references item,
  quantity integer not null check (quantity >= 0), -- Decimal, as it was entered
  unitId text not null references unit,
  factor text not null, -- exact: by what the entered quantity is multiplied
  expected integer not null check (expected >= 0), -- Decimal, in the item's unit, to the nearest 1/10,000
  actual integer not null check (actual >= 0), -- Decimal, as it was posted: rounded to what the unit is counted with
  variancePercent integer not null, -- Decimal
  documentEntity text not null check (documentEntity in ('purchaseReceipt', 'stockDocument')),
  documentId text not null,
  documentNumber text not null,
  approvedBy text references user, -- who agreed, where that was asked for
  createdBy text not null references user
) strict;
create index unitEntryBySection on unitEntry (sectionId, seq);
create index unitEntryByItem on unitEntry (itemId, seq);
create trigger unitEntryNumbered before insert on unitEntry when exists (select 1 from unitEntry where seq = new.seq)
begin select raise(abort, 'unitEntry is append-only'); end;
create trigger unitEntryKept before update on unitEntry begin select raise(abort, 'unitEntry is append-only'); end;
create trigger unitEntryStays before delete on unitEntry begin select raise(abort, 'unitEntry is append-only'); end;
