-- WH-8: handling a shortage is an act of its own. The stores' roles get it, and whatever role handled them until now.
insert or ignore into roleGrant (id, createdAt, roleId, permission)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, 'process.handleShortage'
from role
where role.isHidden = 0 and (
  role.name in ('Warehouse Admin', 'Warehouse Operator') or exists (select 1 from roleGrant as held where held.roleId = role.id and held.permission = 'warehouse.execute')
);
