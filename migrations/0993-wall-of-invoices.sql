-- A screen on the wall shows how invoices flow through the warehouse, besides the planner's board.
insert or ignore into roleGrant (id, createdAt, roleId, permission)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, 'fulfilment.view'
from role where role.name = 'Wall-screen' and role.isHidden = 0;
