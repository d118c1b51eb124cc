-- Billing brings in the ledger of receivables, and looks after the files it brings in; whoever handles invoices sees follow-ups where they are given the menu.
with fresh (role, permission) as (values
  ('Superadmin', 'process.importLedger'), ('Billing', 'process.importLedger'),
  ('Picker', 'followUp.view'), ('Packer', 'followUp.view'), ('Driver', 'followUp.view'), ('Delivery', 'followUp.view')
)
insert or ignore into roleGrant (id, createdAt, roleId, permission)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, fresh.permission
from fresh join role on role.name = fresh.role and role.isHidden = 0;

-- The menu of imports was there before, and is given to whoever may open it now.
insert or ignore into roleMenu (id, createdAt, roleId, menuItemId)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, menuItem.id
from role join menuItem on menuItem.path = '/imports' where role.name = 'Billing' and role.isHidden = 0;

insert or ignore into userMenu (id, createdAt, userId, menuItemId, assignedBy)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), user.id, menuItem.id, '00000000-0000-7000-8000-000000000000'
from user join role on role.id = user.roleId join menuItem on menuItem.path = '/imports' where role.name = 'Billing' and role.isHidden = 0;
