-- The day somebody began a work order before anything was entered for it; none where its first entry began it. Of those there are, what began before its first entry, or has none, was begun by hand.
alter table workOrder add column begunDay text;
update workOrder set begunDay = startedDay
where startedDay is not null
  and startedDay < coalesce((select min(day) from dailyProduction where dailyProduction.workOrderId = workOrder.id), '9999-12-31');
