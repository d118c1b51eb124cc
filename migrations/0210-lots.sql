-- Goods of one item that came in together are a lot, wherever they go: their age, their expiry and what they cost stay with them.
create table stockLot (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  itemId text not null references item,
  code text not null unique collate nocase,
  receivedAt text not null, -- the order in which lots are used up (WH-1)
  receivedDay text not null,
  expiresOn text,
  supplierLot text not null default '',
  partnerId text references partner,
  unitCost integer check (unitCost >= 0), -- none: not known
  documentEntity text,
  documentId text,
  documentNumber text,
  notes text not null default ''
) strict;
create index stockLotByItem on stockLot (itemId, receivedAt, code);
create index stockLotByExpiry on stockLot (expiresOn) where expiresOn is not null;

create table lotBalance (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  lotId text not null references stockLot,
  itemId text not null references item,
  locationId text not null references location,
  sectionId text references section,
  onHand integer not null default 0 check (onHand >= 0),
  reserved integer not null default 0 check (reserved >= 0 and reserved <= onHand),
  carried integer not null default 0, -- what stood there when lots began to be kept: the moves before that name none
  unique (lotId, locationId)
) strict;
create index lotBalanceByPlace on lotBalance (itemId, locationId);
create index lotBalanceByLocation on lotBalance (locationId);

-- Which lots a move took along. What was taken on a debt names its lot when the debt is settled.
create table stockMoveLot (
  seq integer primary key,
  at text not null,
  moveSeq integer not null references stockMove,
  lotId text not null references stockLot,
  quantity integer not null check (quantity > 0),
  unitCost integer -- the lot's, when it moved
) strict;
create index stockMoveLotByMove on stockMoveLot (moveSeq);
create index stockMoveLotByLot on stockMoveLot (lotId, seq);
create trigger stockMoveLotNumbered before insert on stockMoveLot when exists (select 1 from stockMoveLot where seq = new.seq)
begin select raise(abort, 'stockMoveLot is append-only'); end;
create trigger stockMoveLotKept before update on stockMoveLot begin select raise(abort, 'stockMoveLot is append-only'); end;
create trigger stockMoveLotStays before delete on stockMoveLot begin select raise(abort, 'stockMoveLot is append-only'); end;

-- What stands at a place today becomes one lot of it, as old as the last goods that came in.
insert into stockLot (id, createdAt, itemId, code, receivedAt, receivedDay, unitCost)
with standing as materialized (
  select stockBalance.id, stockBalance.itemId, item.code, item.unitCost, stockBalance.lastMoveAt, coalesce(lastInDay, substr(lastMoveAt, 1, 10)) as day
  from stockBalance join item on item.id = stockBalance.itemId where onHand > 0
)
select id, strftime('%Y-%m-%dT%H:%M:%fZ'), itemId,
  code || '-' || replace(day, '-', '') || '-' || printf('%03d', row_number() over (partition by itemId, day order by lastMoveAt, id)),
  min(lastMoveAt, day || 'T23:59:59.999Z'), day, unitCost
from standing;
insert into lotBalance (id, createdAt, lotId, itemId, locationId, sectionId, onHand, reserved, carried)
select stockBalance.id, stockLot.createdAt, stockLot.id, stockBalance.itemId, locationId, sectionId, onHand, reserved, onHand
from stockBalance join stockLot on stockLot.id = stockBalance.id;

-- Below zero, by what is owed (WH-20), and no further.
create table balanceWithDebt (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  itemId text not null references item,
  locationId text not null references location,
  sectionId text references section,
  onHand integer not null default 0,
  reserved integer not null default 0,
  owed integer not null default 0 check (owed >= 0), -- taken on approved debts and not settled
  lastMoveAt text not null,
  lastInDay text, -- the business day goods last came in, for the age of the stock
  unique (itemId, locationId),
  check (onHand >= -owed),
  check (reserved >= 0 and reserved <= onHand + owed)
) strict;
insert into balanceWithDebt (id, version, createdAt, itemId, locationId, sectionId, onHand, reserved, lastMoveAt, lastInDay)
select id, version, createdAt, itemId, locationId, sectionId, onHand, reserved, lastMoveAt, lastInDay from stockBalance;
drop table stockBalance;
alter table balanceWithDebt rename to stockBalance;
create index stockBalanceByLocation on stockBalance (locationId, itemId);

-- Kept lot by lot (PL-14).
create table reservationOfLot (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  itemId text not null references item,
  locationId text not null references location,
  lotId text not null references stockLot,
  sectionId text references section, -- the document's: who asked, not where it stands
  quantity integer not null check (quantity > 0),
  documentEntity text not null,
  documentId text not null,
  documentNumber text,
  unique (documentEntity, documentId, lotId, locationId)
) strict;
insert into reservationOfLot (id, version, createdAt, itemId, locationId, lotId, sectionId, quantity, documentEntity, documentId, documentNumber)
select kept.id, kept.version, kept.createdAt, kept.itemId, kept.locationId, lotBalance.lotId, kept.sectionId, kept.quantity, documentEntity, documentId, documentNumber
from stockReservation as kept join lotBalance on lotBalance.itemId = kept.itemId and lotBalance.locationId = kept.locationId;
drop table stockReservation;
alter table reservationOfLot rename to stockReservation;
create index stockReservationByPlace on stockReservation (itemId, locationId);
