-- From what an item is made: for production by stage, for purchasing as its raw materials alone.
create table bomHeader (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  itemId text not null references item,
  kind text not null check (kind in ('PRODUCTION', 'PURCHASE')),
  bomType text not null default 'MANUFACTURING' check (bomType in ('MANUFACTURING', 'KIT')),
  sectionId text references section, -- the stage; null = not said
  revision integer not null check (revision > 0),
  outputQuantity integer not null check (outputQuantity > 0), -- Decimal, in the item's unit
  laborHours integer not null default 0 check (laborHours >= 0), -- Decimal, for the output quantity
  status text not null check (status in ('DRAFT', 'ACTIVE', 'RETIRED')),
  hasMultiMaterial integer not null default 0 check (hasMultiMaterial in (0, 1)),
  reference text not null default '',
  revisionReason text not null default '',
  revisedBy text not null references user,
  revisedDay text not null
) strict;
-- BM-3: one in force for an item and stage, and one in the making.
create unique index bomHeaderActive on bomHeader (itemId, coalesce(sectionId, ''), kind) where status = 'ACTIVE';
create unique index bomHeaderDraft on bomHeader (itemId, coalesce(sectionId, ''), kind) where status = 'DRAFT';
create unique index bomHeaderRevision on bomHeader (itemId, coalesce(sectionId, ''), kind, revision);

create table bomLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  bomHeaderId text not null references bomHeader,
  componentItemId text not null references item,
  quantity integer not null check (quantity > 0), -- Decimal, for the output quantity
  unitId text not null references unit,
  wastagePercent integer not null default 0 check (wastagePercent >= 0), -- Decimal
  selection text not null default 'PRIMARY' check (selection in ('PRIMARY', 'ANY', 'WEIGHTED')),
  position integer not null default 0
) strict;
create index bomLineByHeader on bomLine (bomHeaderId, position);
create index bomLineByComponent on bomLine (componentItemId);

-- What may stand in for a line's component, once it is approved (BM-4).
create table bomVariant (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  bomLineId text not null references bomLine,
  itemId text not null references item,
  kind text not null check (kind in ('PRIMARY', 'ALTERNATIVE', 'OPTIONAL')),
  sequence integer not null check (sequence > 0),
  quantityVariancePercent integer not null default 0 check (quantityVariancePercent > -1000000), -- Decimal: how much more of it is taken than of the component
  weight integer not null default 10000 check (weight >= 0), -- Decimal
  leadTimeDays integer not null default 0 check (leadTimeDays >= 0),
  costVariance integer, -- Decimal, per unit
  approval text not null default 'PENDING' check (approval in ('PENDING', 'APPROVED', 'REJECTED')),
  decidedBy text references user,
  unique (bomLineId, itemId),
  unique (bomLineId, sequence)
) strict;
