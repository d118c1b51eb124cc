-- Where a stage begins to receive by slip in the middle of its work, what was put out before has come by the flow already: a slip of those pieces brings them a second time. Of the pieces that a section makes for an
-- order, a slip takes what was put out and has not come by the flow yet; only what goes beyond that has come before.
drop view ledgerSlip;

-- What was accepted, of the item that the sender's work order makes.
create view slipReceived as
  select transfer.id, transfer.number, transfer.fromSectionId, transfer.toSectionId, workOrder.manufacturingOrderId, coalesce(workOrder.plannedItemId, workOrder.itemId, manufacturingOrder.articleId) as itemId,
    transfer.acceptedDay as day, transfer.receivedQuantity as quantity
  from transfer join workOrder on workOrder.id = transfer.fromWorkOrderId join manufacturingOrder on manufacturingOrder.id = workOrder.manufacturingOrderId where transfer.acceptedDay is not null;

-- What the days' production put out for an order, for each section to which its item goes by output, and the day on which it came there.
create view slipCameBefore as
  select flowPeriod.toSectionId, ledgerProduction.sectionId as fromSectionId, workOrder.manufacturingOrderId, ledgerProduction.itemId, ledgerProduction.day, ledgerProduction.quantity,
    date(ledgerProduction.day, '+' || flowPeriod.leadDays || ' days') as arrives
  from ledgerProduction join workOrder on workOrder.id = ledgerProduction.workOrderId
    join flowPeriod on flowPeriod.itemId = ledgerProduction.itemId and flowPeriod.fromSectionId = ledgerProduction.sectionId and ledgerProduction.day >= flowPeriod.fromDay and ledgerProduction.day <= coalesce(flowPeriod.untilDay, '9999-12-31')
  where not exists (select 1 from slipPeriod where slipPeriod.sectionId = flowPeriod.toSectionId and ledgerProduction.day >= slipPeriod.fromDay and ledgerProduction.day <= coalesce(slipPeriod.untilDay, '9999-12-31'));

-- For each slip: `slipped`, what was accepted with and before it; `made`, what was put out by then; `came`, what of that had come by the flow. What was counted in the section since is not what came before the count.
create view slipPool as
  select slipReceived.*,
    (select coalesce(sum(earlier.quantity), 0) from slipReceived as earlier where earlier.manufacturingOrderId = slipReceived.manufacturingOrderId and earlier.itemId = slipReceived.itemId
      and earlier.fromSectionId = slipReceived.fromSectionId and earlier.toSectionId = slipReceived.toSectionId and (earlier.day, earlier.id) <= (slipReceived.day, slipReceived.id)) as slipped,
    (select coalesce(sum(ledgerProduction.quantity), 0) from workOrder join ledgerProduction on ledgerProduction.workOrderId = workOrder.id where workOrder.manufacturingOrderId = slipReceived.manufacturingOrderId
      and ledgerProduction.itemId = slipReceived.itemId and ledgerProduction.sectionId = slipReceived.fromSectionId and ledgerProduction.day <= slipReceived.day) as made,
    (select coalesce(sum(slipCameBefore.quantity), 0) from slipCameBefore where slipCameBefore.manufacturingOrderId = slipReceived.manufacturingOrderId and slipCameBefore.itemId = slipReceived.itemId
      and slipCameBefore.fromSectionId = slipReceived.fromSectionId and slipCameBefore.toSectionId = slipReceived.toSectionId and slipCameBefore.day <= slipReceived.day
      and slipCameBefore.arrives >= coalesce((select max(day) from ledgerDay where sectionId = slipReceived.toSectionId and itemId = slipReceived.itemId and counted is not null and day <= slipReceived.day), '')) as came
  from slipReceived;

-- `again`: how much of the slips so far had come by the flow.
create view slipAgain as select id, manufacturingOrderId, itemId, fromSectionId, toSectionId, day, max(0, min(came, slipped - made + came)) as again from slipPool;

-- What came by a slip, less what of it had come before.
create view ledgerSlip as
  select id, number, fromSectionId, toSectionId, itemId, day, quantity - cameBefore as quantity, cameBefore from (
    select slipReceived.*, case when exists (
        select 1 from slipPeriod where slipPeriod.sectionId = slipReceived.toSectionId and slipPeriod.fromDay <= slipReceived.day and exists (select 1 from workOrder join dailyProduction on dailyProduction.workOrderId = workOrder.id
          where workOrder.manufacturingOrderId = slipReceived.manufacturingOrderId and dailyProduction.sectionId = slipReceived.fromSectionId and dailyProduction.day < slipPeriod.fromDay))
      then max(0, (select again from slipAgain where slipAgain.id = slipReceived.id) - coalesce((
        select max(again) from slipAgain where slipAgain.manufacturingOrderId = slipReceived.manufacturingOrderId and slipAgain.itemId = slipReceived.itemId and slipAgain.fromSectionId = slipReceived.fromSectionId
          and slipAgain.toSectionId = slipReceived.toSectionId and (slipAgain.day, slipAgain.id) < (slipReceived.day, slipReceived.id)), 0))
      else 0 end as cameBefore
    from slipReceived
  );

-- What a section puts out of an order moves what its slips bring from that day on, where some of it was put out before there were slips.
create view slipMade as select manufacturingOrderId, fromSectionId as sectionId, day from slipReceived;
create trigger slipMadeChanged instead of insert on slipMade begin
  insert into ledgerArrival (sectionId, itemId, day) select toSectionId, itemId, day from slipReceived where manufacturingOrderId = new.manufacturingOrderId and fromSectionId = new.sectionId and day >= new.day
    and exists (select 1 from slipPeriod where slipPeriod.sectionId = slipReceived.toSectionId and slipPeriod.fromDay <= slipReceived.day and (slipPeriod.fromDay > new.day or exists (
      select 1 from workOrder join dailyProduction on dailyProduction.workOrderId = workOrder.id where workOrder.manufacturingOrderId = new.manufacturingOrderId and dailyProduction.sectionId = new.sectionId and dailyProduction.day < slipPeriod.fromDay)))
    group by toSectionId, itemId, day order by day desc;
end;
create trigger slipProduced after insert on dailyProduction begin
  insert into slipMade (manufacturingOrderId, sectionId, day) select manufacturingOrderId, new.sectionId, new.day from workOrder where id = new.workOrderId;
end;
create trigger slipProductionChanged after update of workOrderId, sectionId, day, goodQuantity on dailyProduction begin
  insert into slipMade (manufacturingOrderId, sectionId, day) select manufacturingOrderId, old.sectionId, min(old.day, new.day) from workOrder where id = old.workOrderId;
  insert into slipMade (manufacturingOrderId, sectionId, day) select manufacturingOrderId, new.sectionId, min(old.day, new.day) from workOrder where id = new.workOrderId and (new.workOrderId <> old.workOrderId or new.sectionId <> old.sectionId);
end;
create trigger slipProductionRemoved after delete on dailyProduction begin
  insert into slipMade (manufacturingOrderId, sectionId, day) select manufacturingOrderId, old.sectionId, old.day from workOrder where id = old.workOrderId;
end;

-- What was counted is what the section has: what had come by the flow before is among it, or comes by a slip still.
create trigger slipCounted after update of counted on ledgerDay when (new.counted is null) <> (old.counted is null) begin
  insert into ledgerArrival (sectionId, itemId, day) select toSectionId, itemId, day from ledgerSlip where toSectionId = new.sectionId and itemId = new.itemId and day >= new.day
    and exists (select 1 from slipCameBefore where slipCameBefore.toSectionId = new.sectionId and slipCameBefore.itemId = new.itemId and slipCameBefore.day < new.day)
    group by toSectionId, itemId, day order by day desc;
end;

-- What came twice until now.
insert into ledgerArrival (sectionId, itemId, day) select toSectionId, itemId, day from ledgerSlip where cameBefore > 0 group by toSectionId, itemId, day order by day desc;
