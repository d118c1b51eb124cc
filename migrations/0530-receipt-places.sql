-- Where each line of a delivery was put: one delivery may fill several places.
alter table purchaseReceiptLine add column locationId text references location;
update purchaseReceiptLine set locationId = (select toLocationId from stockMove where seq = moveSeq);
