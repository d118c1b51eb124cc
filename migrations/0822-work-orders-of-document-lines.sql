-- The work order that goods of a document are moved for: what is kept for that is taken first (PL-14).
alter table stockDocumentLine add column workOrderId text references workOrder;
create index stockDocumentLineByWorkOrder on stockDocumentLine (workOrderId) where workOrderId is not null;
