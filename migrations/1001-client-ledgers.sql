-- Of which day the books of accounts say what a customer owes, and which follow-up saw to an alert: what was resolved by hand has none.
alter table customerAccount add column asOf text;
alter table paymentAlert add column followUpId text references followUp;
create index followUpByDay on followUp (day, id);
create index paymentAlertOfCustomer on paymentAlert (customerId, createdAt);
