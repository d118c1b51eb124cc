-- What a section asks for, or a document moves, for one work order: what is kept for that is taken first (PL-14).
alter table kanbanCard add column workOrderId text references workOrder;
create index kanbanCardByWorkOrder on kanbanCard (workOrderId) where workOrderId is not null;
