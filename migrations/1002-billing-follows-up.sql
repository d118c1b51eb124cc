-- Billing follows up what customers owe, and prints the reports of its own work.
with billingGrant (permission) as (values ('followUp.view'), ('followUp.create'), ('reports.view'), ('reports.create'))
insert or ignore into roleGrant (id, createdAt, roleId, permission)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, billingGrant.permission
from billingGrant join role on role.name = 'Billing' and role.isHidden = 0;

-- The menu of reports was there before, and is given to whoever may open it now.
insert or ignore into roleMenu (id, createdAt, roleId, menuItemId)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, menuItem.id
from role join menuItem on menuItem.path = '/reports' where role.name = 'Billing' and role.isHidden = 0;

insert or ignore into userMenu (id, createdAt, userId, menuItemId, assignedBy)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), user.id, menuItem.id, '00000000-0000-7000-8000-000000000000'
from user join role on role.id = user.roleId join menuItem on menuItem.path = '/reports' where role.name = 'Billing' and role.isHidden = 0;
