-- The order by which what is owed comes in. Numbers that were typed before stay as they are; the one that is that of an order becomes it.
alter table materialDebt add column purchaseOrderId text references purchaseOrder;
update materialDebt set purchaseOrderId = (select purchaseOrder.id from purchaseOrder where purchaseOrder.number = trim(materialDebt.purchaseOrderNumber) collate nocase)
where purchaseOrderNumber <> '';
update materialDebt set purchaseOrderNumber = '' where purchaseOrderId is not null;
create index materialDebtByOrder on materialDebt (purchaseOrderId) where purchaseOrderId is not null;
