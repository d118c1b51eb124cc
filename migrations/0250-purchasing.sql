-- What is bought, of whom, until when. Quantities and prices are in the unit of the line.
create table purchaseOrder (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  kind text not null check (kind in ('FABRIC', 'LABEL', 'ACCESSORIES')),
  status text not null check (status in ('DRAFT', 'APPROVED', 'SENT', 'PARTIALLY_RECEIVED', 'RECEIVED', 'DONE', 'CANCELLED')),
  partnerId text not null references partner,
  orderDay text not null,
  expectedDay text not null,
  articleId text references item,
  articleQuantity integer check (articleQuantity > 0),
  sourceOrderId text references purchaseOrder, -- the fabric a label belongs to (PL-1)
  week text,
  destination text,
  total integer not null default 0 check (total >= 0), -- minor units of the company's currency
  lineChanges integer not null default 0, -- how often its lines were changed
  notes text not null default '',
  createdBy text not null references user,
  approvedBy text references user,
  approvedAt text,
  sentBy text references user,
  sentAt text,
  closedBy text references user,
  closedAt text,
  closeReason text,
  cancelledBy text references user,
  cancelledAt text,
  cancelReason text,
  check (sourceOrderId <> id)
) strict;
create index purchaseOrderByStatus on purchaseOrder (status, expectedDay);
create index purchaseOrderByPartner on purchaseOrder (partnerId, orderDay);
create index purchaseOrderBySource on purchaseOrder (sourceOrderId) where sourceOrderId is not null;

create table purchaseLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  orderId text not null references purchaseOrder,
  position integer not null,
  itemId text not null references item,
  unitId text not null references unit,
  quantity integer not null check (quantity > 0),
  unitPrice integer check (unitPrice >= 0), -- none: not agreed upon yet
  neededDay text,
  received integer not null default 0 check (received >= 0),
  notes text not null default ''
) strict;
create index purchaseLineByOrder on purchaseLine (orderId, position);
create index purchaseLineByItem on purchaseLine (itemId);

-- One delivery of an order. It is never changed, only reversed as a whole.
create table purchaseReceipt (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  orderId text not null references purchaseOrder,
  partnerId text not null references partner,
  locationId text not null references location,
  status text not null check (status in ('POSTED', 'REVERSED')),
  receivedDay text not null,
  dueDay text not null, -- the first day any of its lines was needed on
  deliveryNote text not null default '',
  notes text not null default '',
  createdBy text not null references user,
  reversedBy text references user,
  reversedAt text,
  reverseReason text
) strict;
create index purchaseReceiptByOrder on purchaseReceipt (orderId);
create index purchaseReceiptByPartner on purchaseReceipt (partnerId, receivedDay);
create index purchaseReceiptByDay on purchaseReceipt (receivedDay);

create table purchaseReceiptLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  receiptId text not null references purchaseReceipt,
  lineId text not null references purchaseLine,
  itemId text not null references item,
  quantity integer not null check (quantity > 0), -- in the unit of the order's line
  stockQuantity integer not null check (stockQuantity > 0), -- in the item's own
  moveSeq integer not null references stockMove,
  lotId text not null references stockLot
) strict;
create index purchaseReceiptLineByReceipt on purchaseReceiptLine (receiptId);
create index purchaseReceiptLineByLine on purchaseReceiptLine (lineId);

-- How a vendor did in a month (MD-6), each mark from 0 to 100; how punctual it was is seen from its receipts.
create table vendorMark (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  partnerId text not null references partner,
  month text not null,
  quality integer not null check (quality between 0 and 1000000),
  price integer not null check (price between 0 and 1000000),
  responsiveness integer not null check (responsiveness between 0 and 1000000),
  flexibility integer not null check (flexibility between 0 and 1000000),
  notes text not null default '',
  unique (partnerId, month)
) strict;
