-- What an amount in one unit is in another: two amounts, because a factor need not end (3 rolls are 50 metres).
create table unitConversion (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  itemId text references item, -- null = every item
  fromQuantity integer not null check (fromQuantity > 0), -- Decimal
  fromUnitId text not null references unit,
  toQuantity integer not null check (toQuantity > 0), -- Decimal
  toUnitId text not null references unit,
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1)),
  check (fromUnitId <> toUnitId)
) strict;
create unique index unitConversionByUnits on unitConversion (coalesce(itemId, ''), fromUnitId, toUnitId);

-- A factory that is there gets what a new one begins with, for the units it still has.
insert into unitConversion (id, createdAt, fromQuantity, fromUnitId, toQuantity, toUnitId)
with usual (fromQuantity, fromCode, toQuantity, toCode) as (values
  (10000, 'Yard', 9144, 'Meter'), (10000, 'Meter', 1000000, 'Cm'), (10000, 'Kg', 10000000, 'Gram'), (10000, 'Cone', 50000000, 'Meter'), (10000, 'Ball', 250000, 'Kg'),
  (10000, 'Lusin', 120000, 'Pcs'), (10000, 'Gross', 1440000, 'Pcs'))
select lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), strftime('%Y-%m-%dT%H:%M:%fZ'), fromQuantity, one.id, toQuantity, other.id
from usual join unit as one on one.code = fromCode join unit as other on other.code = toCode;
