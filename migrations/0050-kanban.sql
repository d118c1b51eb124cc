-- One board per asking section. `supplySectionId` hears the requests, `supplyLocationId` is where the stock leaves,
-- `storeLocationId` the section's own store where it arrives.
create table kanbanBoard (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null unique references section,
  supplySectionId text not null references section,
  supplyLocationId text not null references location,
  storeLocationId text not null references location,
  maximumPending integer not null default 10 check (maximumPending > 0),
  maximumInProgress integer not null default 5 check (maximumInProgress > 0),
  hasAutoApproval integer not null default 0 check (hasAutoApproval in (0, 1)),
  autoApprovalThreshold integer not null default 0 check (autoApprovalThreshold >= 0), -- Decimal
  hasNoticeOnNew integer not null default 1 check (hasNoticeOnNew in (0, 1)),
  hasNoticeOnApproval integer not null default 1 check (hasNoticeOnApproval in (0, 1)),
  hasNoticeOnFulfilment integer not null default 1 check (hasNoticeOnFulfilment in (0, 1)),
  isActive integer not null default 1 check (isActive in (0, 1)),
  check (supplyLocationId <> storeLocationId)
) strict;

create table kanbanRule (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  itemId text not null references item,
  reorderPoint integer not null check (reorderPoint >= 0),     -- Decimal
  orderQuantity integer not null check (orderQuantity > 0),    -- Decimal
  priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  leadDays integer not null default 1 check (leadDays >= 0),
  isActive integer not null default 1 check (isActive in (0, 1)),
  unique (sectionId, itemId)
) strict;
create index kanbanRuleByItem on kanbanRule (itemId);

create table kanbanCard (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  sectionId text not null references section,
  itemId text not null references item,
  quantity integer not null check (quantity > 0),              -- Decimal
  fulfilled integer not null default 0 check (fulfilled >= 0 and fulfilled <= quantity), -- Decimal
  priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  status text not null check (status in ('PLANNED', 'PENDING', 'APPROVED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')),
  neededBy text not null,
  notes text not null default '',
  isAutomatic integer not null default 0 check (isAutomatic in (0, 1)),
  reorderPoint integer,                                        -- Decimal
  requestedBy text not null references user,
  approvedBy text references user,
  approvedAt text,
  completedBy text references user,
  completedAt text,
  completedDay text, -- the business day of completedAt
  cancelledBy text references user,
  cancelledAt text,
  cancelReason text
) strict;
create index kanbanCardBySection on kanbanCard (sectionId, status);
create index kanbanCardByItem on kanbanCard (itemId, sectionId, status);
create index kanbanCardByStatus on kanbanCard (status, completedDay);
