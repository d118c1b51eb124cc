-- Goods moved by one document: typed as a draft, posted whole, reversed whole. Its places are those of lines that name none.
create table stockDocument (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  kind text not null check (kind in ('RECEIPT', 'TRANSFER', 'ISSUE', 'ADJUSTMENT')),
  status text not null default 'DRAFT' check (status in ('DRAFT', 'POSTED', 'REVERSED')),
  fromLocationId text references location,
  toLocationId text references location,
  issuedFor text check (issuedFor in ('PRODUCTION', 'CUSTOMER', 'INVENTORY_LOSS')), -- of an issue
  partnerId text references partner,
  reference text not null default '',
  notes text not null default '',
  sectionIds text not null default '[]', -- JSON: of the places it touches
  lineChanges integer not null default 0, -- whoever has seen fewer sees it anew first
  createdBy text not null references user,
  postedBy text references user,
  postedAt text,
  postedDay text,
  reversedBy text references user,
  reversedAt text,
  reverseReason text,
  check ((kind = 'ISSUE') = (issuedFor is not null)),
  check ((status = 'DRAFT') = (postedAt is null) and (status = 'REVERSED') = (reversedAt is not null))
) strict;
create index stockDocumentByStatus on stockDocument (status, createdAt);
create index stockDocumentByDay on stockDocument (postedDay);

create table stockDocumentLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  documentId text not null references stockDocument,
  position integer not null,
  itemId text not null references item,
  lotId text references stockLot,
  unitId text not null references unit,
  quantity integer not null check (quantity >= 0), -- of an adjustment: what was counted
  fromLocationId text references location,
  toLocationId text references location,
  note text not null default '',
  supplierLot text not null default '',
  expiresOn text,
  unitCost integer check (unitCost >= 0), -- of one of the item's unit; none: the item's own
  inBooks integer, -- of an adjustment: what the books said when it was entered, in the item's unit
  stockQuantity integer, -- in the item's unit, once posted
  moveSeq integer unique references stockMove -- none before it is posted, or where a count agrees
) strict;
create index stockDocumentLineByDocument on stockDocumentLine (documentId, position);
create index stockDocumentLineByItem on stockDocumentLine (itemId);
