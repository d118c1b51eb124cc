-- What buyers order, and what is to be made of it. Quantities are of the item, in its own unit.
create table salesOrder (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  partnerId text not null references partner,
  buyerNumber text not null default '', -- as the buyer calls it
  status text not null check (status in ('DRAFT', 'CONFIRMED', 'CLOSED', 'CANCELLED')),
  orderDay text not null,
  shipDay text not null,
  total integer not null default 0 check (total >= 0), -- minor units of the company's currency
  lineChanges integer not null default 0,
  notes text not null default '',
  createdBy text not null references user,
  confirmedBy text references user,
  confirmedAt text,
  closedBy text references user,
  closedAt text,
  cancelledBy text references user,
  cancelledAt text,
  cancelReason text
) strict;
create index salesOrderByStatus on salesOrder (status, shipDay);
create index salesOrderByPartner on salesOrder (partnerId, orderDay);

create table salesLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  salesOrderId text not null references salesOrder,
  position integer not null,
  itemId text not null references item,
  quantity integer not null check (quantity > 0),
  unitPrice integer check (unitPrice >= 0),
  week text,
  destination text,
  notes text not null default ''
) strict;
create index salesLineByOrder on salesLine (salesOrderId, position);
create index salesLineByItem on salesLine (itemId);

-- BUYER: what a buyer wants, its quantity locked. PRODUCTION: what is made for it.
create table manufacturingOrder (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  kind text not null check (kind in ('BUYER', 'PRODUCTION')),
  status text not null check (status in ('DRAFT', 'PARTIAL', 'RELEASED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')),
  articleId text not null references item,
  quantity integer not null check (quantity > 0),
  targetMethod text not null default 'BUFFER' check (targetMethod in ('BUFFER', 'YIELD')),
  productionRouteId text references productionRoute,
  salesLineId text references salesLine,
  buyerOrderId text references manufacturingOrder,
  fabricOrderId text references purchaseOrder,
  labelOrderId text references purchaseOrder,
  week text,
  destination text,
  traceCode text, -- ‹number›-‹week›-‹year›-‹destination›, once all three are known
  productionDay text not null,
  labelDay text not null,
  shipDay text not null,
  startedDay text,
  completedDay text,
  isUrgent integer not null default 0 check (isUrgent in (0, 1)),
  notes text not null default '',
  createdBy text not null references user,
  releasedBy text references user,
  releasedAt text,
  completedBy text references user,
  completedAt text,
  cancelledBy text references user,
  cancelledAt text,
  cancelReason text,
  check (kind = 'PRODUCTION' or buyerOrderId is null)
) strict;
create index manufacturingOrderByStatus on manufacturingOrder (status, shipDay);
create index manufacturingOrderByArticle on manufacturingOrder (articleId, status);
create index manufacturingOrderByBuyer on manufacturingOrder (buyerOrderId) where buyerOrderId is not null;
create unique index manufacturingOrderBySalesLine on manufacturingOrder (salesLineId) where salesLineId is not null and status <> 'CANCELLED';
create unique index manufacturingOrderByFabric on manufacturingOrder (fabricOrderId) where fabricOrderId is not null and status <> 'CANCELLED' and kind = 'PRODUCTION';

-- One label order each: what of it goes when where (PL-4).
create table deliveryBatch (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  manufacturingOrderId text not null references manufacturingOrder,
  position integer not null,
  labelOrderId text references purchaseOrder,
  quantity integer not null check (quantity > 0),
  week text,
  destination text,
  unique (manufacturingOrderId, position)
) strict;
create unique index deliveryBatchByLabel on deliveryBatch (labelOrderId) where labelOrderId is not null;

-- The BOM of an order as it was when it was unlocked (BM-3): what is made on the way, and of what. Amounts are for one of the article, exact: "n/d".
create table orderPart (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  manufacturingOrderId text not null references manufacturingOrder,
  position integer not null, -- the first to be made first
  bomHeaderId text not null references bomHeader,
  itemId text not null references item,
  sectionId text references section,
  perArticle text not null,
  unique (manufacturingOrderId, bomHeaderId)
) strict;

create table orderMaterial (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  orderPartId text not null references orderPart,
  manufacturingOrderId text not null references manufacturingOrder,
  itemId text not null references item,
  perArticle text not null, -- with wastage
  isMade integer not null check (isMade in (0, 1)) -- another part of the order
) strict;
create index orderMaterialByOrder on orderMaterial (manufacturingOrderId, orderPartId);
create index orderMaterialByItem on orderMaterial (itemId);
