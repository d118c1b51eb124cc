-- Finished goods are received delivery by delivery, in as many receipts as it takes. A receipt of before is of the whole order (no delivery named), and was its last.
alter table finishedGoodsReceipt add column deliveryBatchId text references deliveryBatch;
alter table finishedGoodsReceipt add column isLast integer not null default 0 check (isLast in (0, 1)); -- nothing more of its delivery is waited for
update finishedGoodsReceipt set isLast = 1 where status = 'POSTED';
update finishedGoodsReceipt set deliveryBatchId = coalesce(
  (select workOrder.deliveryBatchId from carton join workOrder on workOrder.id = carton.workOrderId where carton.receiptId = finishedGoodsReceipt.id order by carton.position limit 1),
  (select deliveryBatch.id from deliveryBatch where deliveryBatch.manufacturingOrderId = finishedGoodsReceipt.manufacturingOrderId order by deliveryBatch.position limit 1)
) where status = 'DRAFT';
drop index finishedGoodsReceiptOfOrder;
create unique index finishedGoodsReceiptBegun on finishedGoodsReceipt (manufacturingOrderId, coalesce(deliveryBatchId, '')) where status = 'DRAFT';
create index finishedGoodsReceiptOfOrder on finishedGoodsReceipt (manufacturingOrderId);
