-- Who took a delivery, whoever sent it, and what was boxed together are asked of years of deliveries; the next of a queue among all that are open.
create index deliverySessionOfDispatcher on deliverySession (dispatchedBy, startedAt);
create index deliverySessionOfDeliverer on deliverySession (deliveredBy, startedAt) where deliveredBy is not null;
create index packingSessionTogether on packingSession (boxingGroupId) where boxingGroupId is not null;
create index invoiceQueue on invoice (status, isOnHold, isExpress desc, (case priority when 'HIGH' then 0 when 'MEDIUM' then 1 else 2 end), createdAt, id) where status <> 'DELIVERED';
-- What somebody has in hand, out of all they ever had.
create index deliverySessionInHand on deliverySession (assigneeId, startedAt) where status = 'IN_TRANSIT';
drop index pickingSessionOpen;
create index pickingSessionOpen on pickingSession (pickerId, startedAt) where status = 'PREPARING';
