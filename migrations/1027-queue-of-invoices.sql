-- The next of a queue among all that are open is asked by this; it went with the table that 1025 made anew.
create index if not exists invoiceQueue on invoice (status, isOnHold, isExpress desc, (case priority when 'HIGH' then 0 when 'MEDIUM' then 1 else 2 end), createdAt, id) where status <> 'DELIVERED';
