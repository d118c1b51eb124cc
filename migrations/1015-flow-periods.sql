-- From when on a way of the flow stands as it does; empty from the beginning. A way that is changed goes on from that day, and what came by it before stays as it was (PX-8).
alter table processFlowEdge add column validFrom text;
-- Since when a stage receives by slip as it does now.
alter table productionStage add column slipFrom text;
-- The factory's day on which a slip was accepted.
alter table transfer add column acceptedDay text;
update transfer set acceptedDay = date(acceptedAt, coalesce((select case timeZone when 'UTC' then '+0 hours' when 'Asia/Makassar' then '+8 hours' when 'Asia/Jayapura' then '+9 hours' end from site limit 1), '+7 hours'))
  where receivedQuantity is not null and acceptedAt is not null;
create index transferReceived on transfer (toSectionId, acceptedDay) where acceptedDay is not null;

-- The ways of the flow as they were, one row for each time, kept by triggers. The empty text is before every day: from the beginning.
create table flowPeriod (
  seq integer primary key,
  processFlowEdgeId text not null,
  itemId text not null references item,
  fromSectionId text not null references section,
  toSectionId text not null references section,
  leadDays integer not null,
  fromDay text not null,
  untilDay text
) strict;
create index flowPeriodOfWay on flowPeriod (processFlowEdgeId, fromDay);
create index flowPeriodFrom on flowPeriod (itemId, fromSectionId);
create index flowPeriodTo on flowPeriod (itemId, toSectionId);
create index flowPeriodOfSection on flowPeriod (toSectionId);
insert into flowPeriod (processFlowEdgeId, itemId, fromSectionId, toSectionId, leadDays, fromDay)
  select id, itemId, fromSectionId, toSectionId, leadDays, '' from processFlowEdge where isActive = 1;

-- When what comes to a section was handed over by slip: then it has come once it is accepted, as it was counted.
create table slipPeriod (
  seq integer primary key,
  sectionId text not null references section,
  fromDay text not null,
  untilDay text
) strict;
create index slipPeriodOfSection on slipPeriod (sectionId);
-- Nobody wrote down since when: from the first slip that was accepted on, else from now on.
insert into slipPeriod (sectionId, fromDay)
  select sectionId, coalesce((select min(acceptedDay) from transfer where transfer.toSectionId = productionStage.sectionId and acceptedDay is not null), date('now', '+7 hours'))
    from productionStage where isBySlip = 1 and isActive = 1 group by sectionId;

-- What was accepted, of the item that the sender's work order makes.
create view ledgerSlip as
  select transfer.id, transfer.number, transfer.fromSectionId, transfer.toSectionId, coalesce(workOrder.plannedItemId, workOrder.itemId, manufacturingOrder.articleId) as itemId, transfer.acceptedDay as day, transfer.receivedQuantity as quantity
    from transfer join workOrder on workOrder.id = transfer.fromWorkOrderId join manufacturingOrder on manufacturingOrder.id = workOrder.manufacturingOrderId where transfer.acceptedDay is not null;

drop trigger ledgerArrived;
create trigger ledgerArrived instead of insert on ledgerArrival begin
  insert into ledgerRow (sectionId, itemId, day) values (new.sectionId, new.itemId, new.day);
  update ledgerDay set received = coalesce((
      select sum(upstream.output) from flowPeriod join ledgerDay as upstream
        on upstream.sectionId = flowPeriod.fromSectionId and upstream.itemId = flowPeriod.itemId and upstream.day = date(new.day, '-' || flowPeriod.leadDays || ' days')
      where flowPeriod.itemId = new.itemId and flowPeriod.toSectionId = new.sectionId and upstream.day >= flowPeriod.fromDay and upstream.day <= coalesce(flowPeriod.untilDay, '9999-12-31')
        and not exists (select 1 from slipPeriod where slipPeriod.sectionId = new.sectionId and upstream.day >= slipPeriod.fromDay and upstream.day <= coalesce(slipPeriod.untilDay, '9999-12-31'))), 0)
    + coalesce((
      select sum(ledgerSlip.quantity) from ledgerSlip where ledgerSlip.toSectionId = new.sectionId and ledgerSlip.day = new.day and ledgerSlip.itemId = new.itemId
        and exists (select 1 from slipPeriod where slipPeriod.sectionId = new.sectionId and new.day >= slipPeriod.fromDay and new.day <= coalesce(slipPeriod.untilDay, '9999-12-31'))
        and exists (select 1 from flowPeriod where flowPeriod.itemId = new.itemId and flowPeriod.fromSectionId = ledgerSlip.fromSectionId and flowPeriod.toSectionId = new.sectionId
          and new.day >= flowPeriod.fromDay and new.day <= coalesce(flowPeriod.untilDay, '9999-12-31'))), 0)
    where sectionId = new.sectionId and itemId = new.itemId and day = new.day;
end;

drop trigger ledgerOutputChanged;
create trigger ledgerOutputChanged after update of output on ledgerDay when new.output <> old.output begin
  insert into ledgerArrival (sectionId, itemId, day)
    select toSectionId, itemId, date(new.day, '+' || leadDays || ' days') from flowPeriod
      where itemId = new.itemId and fromSectionId = new.sectionId and new.day >= fromDay and new.day <= coalesce(untilDay, '9999-12-31')
        and not exists (select 1 from slipPeriod where slipPeriod.sectionId = flowPeriod.toSectionId and new.day >= slipPeriod.fromDay and new.day <= coalesce(slipPeriod.untilDay, '9999-12-31'));
end;

create trigger ledgerHandedOver after update of acceptedDay, receivedQuantity on transfer begin
  insert into ledgerArrival (sectionId, itemId, day) select toSectionId, itemId, day from ledgerSlip where id = new.id;
end;
create trigger ledgerHandedOtherwise after update of itemId, plannedItemId on workOrder when coalesce(new.plannedItemId, new.itemId) is not coalesce(old.plannedItemId, old.itemId) begin
  insert into ledgerArrival (sectionId, itemId, day)
    select toSectionId, coalesce(old.plannedItemId, old.itemId, (select articleId from manufacturingOrder where id = old.manufacturingOrderId)), acceptedDay from transfer where fromWorkOrderId = new.id and acceptedDay is not null;
  insert into ledgerArrival (sectionId, itemId, day) select ledgerSlip.toSectionId, ledgerSlip.itemId, ledgerSlip.day from ledgerSlip join transfer on transfer.id = ledgerSlip.id where transfer.fromWorkOrderId = new.id;
end;

-- All that comes to a section of an item, or of every item of its ways, from a day on, the latest first, so that no row is moved by the ones before it more than once.
create view ledgerWays as select sectionId, itemId, day from ledgerDay;
create trigger ledgerWaysChanged instead of insert on ledgerWays begin
  insert into ledgerArrival (sectionId, itemId, day) select new.sectionId, itemId, day from (
      select itemId, day from ledgerDay where sectionId = new.sectionId and day >= new.day and received <> 0
        and itemId in (select new.itemId where new.itemId is not null union select itemId from flowPeriod where toSectionId = new.sectionId and new.itemId is null)
      union select upstream.itemId, date(upstream.day, '+' || flowPeriod.leadDays || ' days') from flowPeriod
        join ledgerDay as upstream on upstream.sectionId = flowPeriod.fromSectionId and upstream.itemId = flowPeriod.itemId
        where flowPeriod.toSectionId = new.sectionId and (new.itemId is null or flowPeriod.itemId = new.itemId) and upstream.output <> 0 and upstream.day >= new.day
      union select itemId, day from ledgerSlip where toSectionId = new.sectionId and day >= new.day and (new.itemId is null or itemId = new.itemId)
    ) order by day desc;
end;

-- Another way of the flow, or the same otherwise: as it was until the day before, as it is from that day on.
drop trigger ledgerWayAdded;
drop trigger ledgerWayChanged;
drop trigger ledgerWayRemoved;
create trigger flowWayAdded after insert on processFlowEdge when new.isActive = 1 begin
  insert into flowPeriod (processFlowEdgeId, itemId, fromSectionId, toSectionId, leadDays, fromDay) values (new.id, new.itemId, new.fromSectionId, new.toSectionId, new.leadDays, coalesce(new.validFrom, ''));
  insert into ledgerWays (sectionId, itemId, day) values (new.toSectionId, new.itemId, coalesce(new.validFrom, ''));
end;
create trigger flowWayChanged after update of itemId, fromSectionId, toSectionId, leadDays, isActive, validFrom on processFlowEdge begin
  delete from flowPeriod where processFlowEdgeId = new.id and fromDay >= coalesce(new.validFrom, '');
  -- Where only the day itself is put right, what stood until then goes on until the right one.
  delete from flowPeriod where processFlowEdgeId = new.id and untilDay is null and fromDay = coalesce(old.validFrom, '')
    and new.itemId = old.itemId and new.fromSectionId = old.fromSectionId and new.toSectionId = old.toSectionId and new.leadDays = old.leadDays and new.isActive = old.isActive;
  update flowPeriod set untilDay = date(new.validFrom, '-1 day') where processFlowEdgeId = new.id and (untilDay is null or untilDay >= new.validFrom or (untilDay = date(old.validFrom, '-1 day')
    and new.itemId = old.itemId and new.fromSectionId = old.fromSectionId and new.toSectionId = old.toSectionId and new.leadDays = old.leadDays and new.isActive = old.isActive));
  insert into flowPeriod (processFlowEdgeId, itemId, fromSectionId, toSectionId, leadDays, fromDay)
    select new.id, new.itemId, new.fromSectionId, new.toSectionId, new.leadDays, coalesce(new.validFrom, '') where new.isActive = 1;
  insert into ledgerWays (sectionId, itemId, day) values (old.toSectionId, old.itemId, min(coalesce(old.validFrom, ''), coalesce(new.validFrom, '')));
  insert into ledgerWays (sectionId, itemId, day) select new.toSectionId, new.itemId, coalesce(new.validFrom, '') where new.toSectionId <> old.toSectionId or new.itemId <> old.itemId;
end;
create trigger flowWayRemoved after delete on processFlowEdge begin
  delete from flowPeriod where processFlowEdgeId = old.id;
  insert into ledgerWays (sectionId, itemId, day) values (old.toSectionId, old.itemId, '');
end;

-- Whether a section receives by slip, since a day: where it does not any more, until the day before.
create view slipTouch as select sectionId, fromDay as day from slipPeriod;
create trigger slipTouched instead of insert on slipTouch begin
  update slipPeriod set untilDay = date(new.day, '-1 day') where sectionId = new.sectionId and untilDay is null
    and not exists (select 1 from productionStage where sectionId = new.sectionId and isBySlip = 1 and isActive = 1);
  delete from slipPeriod where sectionId = new.sectionId and untilDay < fromDay;
  insert into slipPeriod (sectionId, fromDay) select new.sectionId, new.day where not exists (select 1 from slipPeriod where sectionId = new.sectionId and untilDay is null)
    and exists (select 1 from productionStage where sectionId = new.sectionId and isBySlip = 1 and isActive = 1);
  insert into ledgerWays (sectionId, itemId, day) values (new.sectionId, null, new.day);
end;
create trigger slipStageAdded after insert on productionStage when new.isBySlip = 1 and new.isActive = 1 begin
  insert into slipTouch (sectionId, day) values (new.sectionId, coalesce(new.slipFrom, ''));
end;
create trigger slipStageChanged after update of sectionId, isBySlip, isActive on productionStage begin
  insert into slipTouch (sectionId, day) values (old.sectionId, coalesce(new.slipFrom, ''));
  insert into slipTouch (sectionId, day) select new.sectionId, coalesce(new.slipFrom, '') where new.sectionId <> old.sectionId;
end;
create trigger slipStageRemoved after delete on productionStage when not exists (select 1 from productionStage where sectionId = old.sectionId) begin
  delete from slipPeriod where sectionId = old.sectionId;
end;

-- What has come by slip until now was what the section before had put out: from then on it is what was accepted.
insert into ledgerWays (sectionId, itemId, day) select sectionId, null, fromDay from slipPeriod;
