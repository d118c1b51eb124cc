-- Cartons of finished goods, as they are packed, and their receipt into the store (FG-1, FG-4). Quantities are pieces.
create table finishedGoodsReceipt (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  manufacturingOrderId text not null references manufacturingOrder,
  locationId text not null references location,
  status text not null default 'DRAFT' check (status in ('DRAFT', 'POSTED', 'REVERSED')),
  packedQuantity integer check (packedQuantity >= 0), -- as it was confirmed
  receivedQuantity integer check (receivedQuantity >= 0),
  variancePercent integer, -- Decimal: the larger of what differs from what was packed and from what was ordered
  reason text not null default '',
  notes text not null default '',
  endedWorkOrders text not null default '[]', -- JSON: which work orders ended with it, short of their target
  createdBy text not null references user,
  postedBy text references user,
  postedAt text,
  postedDay text,
  reversedBy text references user,
  reversedAt text,
  reverseReason text,
  check ((status = 'DRAFT') = (postedAt is null) and (status = 'REVERSED') = (reversedAt is not null))
) strict;
create unique index finishedGoodsReceiptOfOrder on finishedGoodsReceipt (manufacturingOrderId) where status <> 'REVERSED';
create index finishedGoodsReceiptByDay on finishedGoodsReceipt (postedDay);

-- What of it goes to one delivery: a lot of its own.
create table finishedGoodsReceiptLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  receiptId text not null references finishedGoodsReceipt,
  deliveryBatchId text references deliveryBatch,
  quantity integer not null check (quantity > 0),
  lotId text not null references stockLot,
  moveSeq integer not null unique references stockMove
) strict;
create index finishedGoodsReceiptLineByReceipt on finishedGoodsReceiptLine (receiptId);

create table carton (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique, -- FG-‹order›-CTNnnn
  manufacturingOrderId text not null references manufacturingOrder,
  workOrderId text not null references workOrder,
  position integer not null, -- within the order
  quantity integer not null check (quantity > 0), -- as it was packed
  isPartial integer not null check (isPartial in (0, 1)),
  packedDay text not null,
  packedBy text not null references user,
  receiptId text references finishedGoodsReceipt, -- the one that it was scanned into
  countedQuantity integer check (countedQuantity >= 0), -- as it was found then
  note text not null default '', -- why it holds another quantity
  scannedBy text references user,
  scannedAt text,
  check ((receiptId is null) = (scannedAt is null) and (receiptId is null) = (countedQuantity is null)),
  unique (manufacturingOrderId, position)
) strict;
create index cartonByWorkOrder on carton (workOrderId, position);
create index cartonByReceipt on carton (receiptId) where receiptId is not null;

-- What the books of accounts are told of an order that was completed, or taken back (IO-11).
create table voucherLine (
  seq integer primary key,
  at text not null,
  day text not null,
  number text not null,
  position integer not null,
  manufacturingOrderId text not null references manufacturingOrder,
  receiptId text not null references finishedGoodsReceipt,
  debit text not null,
  credit text not null,
  kind text not null check (kind in ('MATERIAL', 'GOODS', 'VARIANCE')),
  amount integer not null check (amount > 0), -- minor units of the company's currency
  department text not null default ''
) strict;
create index voucherLineByDay on voucherLine (day, number, position);
create index voucherLineByOrder on voucherLine (manufacturingOrderId);
create trigger voucherLineNumbered before insert on voucherLine when exists (select 1 from voucherLine where seq = new.seq)
begin select raise(abort, 'voucherLine is append-only'); end;
create trigger voucherLineKept before update on voucherLine begin select raise(abort, 'voucherLine is append-only'); end;
create trigger voucherLineStays before delete on voucherLine begin select raise(abort, 'voucherLine is append-only'); end;

with finishGrant (role, permission) as (values
  ('Superadmin', 'process.exportVouchers'), ('Admin', 'process.exportVouchers'), ('Finance Manager', 'process.exportVouchers')
)
insert or ignore into roleGrant (id, createdAt, roleId, permission)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, finishGrant.permission
from finishGrant join role on role.name = finishGrant.role and role.isHidden = 0;
