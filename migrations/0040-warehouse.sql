-- Quantities are Decimal: a count of 1/10,000.
create table stockMove (
  seq integer primary key,
  at text not null,
  postingDay text not null,
  itemId text not null references item,
  quantity integer not null check (quantity > 0),
  fromLocationId text not null references location,
  toLocationId text not null references location,
  kind text not null check (kind in ('OPENING', 'RECEIPT', 'ISSUE', 'TRANSFER', 'ADJUSTMENT')),
  documentEntity text,
  documentId text,
  documentNumber text, -- as it read when the move was posted
  reverses integer unique references stockMove,
  note text not null default '',
  createdBy text not null references user,
  check (fromLocationId <> toLocationId)
) strict;
create index stockMoveByItem on stockMove (itemId, seq);
create index stockMoveByDocument on stockMove (documentEntity, documentId);
create index stockMoveFrom on stockMove (fromLocationId, seq);
create index stockMoveTo on stockMove (toLocationId, seq);
create trigger stockMoveNumbered before insert on stockMove
when exists (select 1 from stockMove where seq = new.seq or (reverses is not null and reverses = new.reverses))
begin select raise(abort, 'stockMove is append-only'); end;
create trigger stockMoveKept before update on stockMove begin select raise(abort, 'stockMove is append-only'); end;
create trigger stockMoveStays before delete on stockMove begin select raise(abort, 'stockMove is append-only'); end;

-- Kept in the move's own transaction, for places where stock stands (INTERNAL); sectionId is the location's.
create table stockBalance (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  itemId text not null references item,
  locationId text not null references location,
  sectionId text references section,
  onHand integer not null default 0 check (onHand >= 0),
  reserved integer not null default 0 check (reserved >= 0 and reserved <= onHand),
  lastMoveAt text not null,
  lastInDay text, -- the business day goods last came in, for the age of the stock
  unique (itemId, locationId)
) strict;
create index stockBalanceByLocation on stockBalance (locationId, itemId);

create table stockReservation (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  itemId text not null references item,
  locationId text not null references location,
  sectionId text references section, -- the document's: who asked, not where it stands
  quantity integer not null check (quantity > 0),
  documentEntity text not null,
  documentId text not null,
  documentNumber text,
  unique (documentEntity, documentId, itemId, locationId)
) strict;
