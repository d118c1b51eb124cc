-- A permission somebody has for a time, beside their role (IA-10): why, from whom, until when.
create table permissionGrant (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  userId text not null references user,
  permission text not null,
  grantedBy text not null references user,
  reason text not null,
  expiresAt text not null,
  revokedAt text,
  revokedBy text references user
) strict;
create index permissionGrantByUser on permissionGrant (userId, expiresAt);

-- Acts that are granted by their own name, for the roles a factory of an earlier version began with; a new one seeds them itself.
with actSeed (role, acts) as (values
  ('Superadmin', 'createManufacturingOrder approveManufacturingOrder approvePurchaseOrder approveLargePurchaseOrder generateWorkOrder voidWorkOrder enterDailyProduction readDailyProduction viewPlanningDashboard requestModification decideModification requestMaterialDebt decideMaterialDebt handleShortage transferOutOfCutting acceptTransfer approveRework releaseQualityHold unlockSectionDay shipFinishedGoods importData restoreData clearData importInvoice forceCompleteInvoice changeInvoicesInBulk'),
  ('Manager', 'voidWorkOrder readDailyProduction viewPlanningDashboard decideModification decideMaterialDebt overrideSegregation'),
  ('Finance Manager', 'approvePurchaseOrder approveLargePurchaseOrder'),
  ('Director', 'viewPlanningDashboard overrideEmergency'),
  ('Admin', 'approveManufacturingOrder unlockSectionDay shipFinishedGoods importData forceCompleteInvoice changeInvoicesInBulk'),
  ('PPIC Manager', 'createManufacturingOrder approveManufacturingOrder approvePurchaseOrder generateWorkOrder readDailyProduction viewPlanningDashboard'),
  ('PPIC Admin', 'createManufacturingOrder generateWorkOrder readDailyProduction viewPlanningDashboard'),
  ('SPV Cutting', 'voidWorkOrder enterDailyProduction readDailyProduction requestModification decideModification requestMaterialDebt decideMaterialDebt handleShortage transferOutOfCutting acceptTransfer'),
  ('SPV Sewing', 'voidWorkOrder enterDailyProduction readDailyProduction requestModification decideModification requestMaterialDebt decideMaterialDebt acceptTransfer'),
  ('SPV Finishing', 'voidWorkOrder enterDailyProduction readDailyProduction requestModification decideModification requestMaterialDebt decideMaterialDebt acceptTransfer'),
  ('Warehouse Admin', 'shipFinishedGoods'),
  ('QC Lab', 'approveRework releaseQualityHold'),
  ('Purchasing Head', 'approvePurchaseOrder'),
  ('Admin Cutting', 'generateWorkOrder enterDailyProduction readDailyProduction requestMaterialDebt acceptTransfer'),
  ('Admin Embroidery', 'generateWorkOrder enterDailyProduction readDailyProduction requestMaterialDebt acceptTransfer'),
  ('Admin Sewing', 'generateWorkOrder enterDailyProduction readDailyProduction requestMaterialDebt acceptTransfer'),
  ('Admin Finishing', 'generateWorkOrder enterDailyProduction readDailyProduction requestMaterialDebt acceptTransfer'),
  ('Admin Packing', 'generateWorkOrder enterDailyProduction readDailyProduction requestMaterialDebt acceptTransfer'),
  ('Security', 'shipFinishedGoods'),
  ('Billing', 'importInvoice')
)
insert or ignore into roleGrant (id, createdAt, roleId, permission)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, 'process.' || act.value
from actSeed
join role on role.name = actSeed.role and role.isHidden = 0
join json_each('["' || replace(actSeed.acts, ' ', '","') || '"]') as act;
