-- The work order that goods were taken for (PL-14): what it has been given adds up from these moves.
alter table stockMove add column workOrderId text references workOrder;
create index stockMoveByWorkOrder on stockMove (workOrderId, itemId) where workOrderId is not null;
