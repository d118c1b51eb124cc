-- Why the planner completed an order by what came in: labels of a delivery were taken back after the others had been received.
alter table manufacturingOrder add column completeReason text not null default '';
