-- What there is of an item in all stores, and what it is worth by the moving average; kept with every move.
create table itemCost (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  itemId text not null unique references item,
  quantity integer not null,
  worth integer -- none: not known
) strict;
insert into itemCost (id, createdAt, itemId, quantity, worth)
select item.id, strftime('%Y-%m-%dT%H:%M:%fZ'), item.id, sum(stockBalance.onHand), cast(round(max(sum(stockBalance.onHand), 0) * 1.0 * item.unitCost / 1000000) as integer)
from stockBalance join item on item.id = stockBalance.itemId group by item.id;

-- The average of the item when it had moved.
alter table stockMove add column averageCost integer;
