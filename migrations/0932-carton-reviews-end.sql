-- Nobody accepts differences in cartons any more: they are decided when the finished goods are received. What still waited so is ended, with the reason why, and
-- nobody is called to it.
update notificationReceipt set
  version = version + 1,
  readAt = coalesce(readAt, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  acknowledgedAt = case (select severity from notification where notification.id = notificationId)
    when 'CRITICAL' then coalesce(acknowledgedAt, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) else acknowledgedAt end
where notificationId in (
  select notification.id from notification join approvalRequest on approvalRequest.id = notification.entityId
  where notification.entity = 'approvalRequest' and approvalRequest.kind = 'CARTON_REVIEW' and approvalRequest.status = 'PENDING'
);
update approvalRequest set
  version = version + 1,
  status = 'REVERTED',
  settledAt = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
  reason = reason || ' [Berakhir: selisih kini diputuskan saat barang jadi diterima. / Ended: differences are decided when finished goods are received.]'
where kind = 'CARTON_REVIEW' and status = 'PENDING';
delete from approvalChain where id = 'CARTON_REVIEW';
