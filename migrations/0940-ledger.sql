-- What a section threw away of an item on a day, and why.
create table wasteEntry (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  day text not null,
  itemId text not null references item,
  wasteReasonId text not null references wasteReason,
  quantity integer not null check (quantity > 0),
  notes text not null default '',
  enteredBy text not null references user,
  changedBy text references user,
  unique (sectionId, itemId, day, wasteReasonId)
) strict;
create index wasteEntryByDay on wasteEntry (day, sectionId);

-- What a section got of an item on a day by another way than the flow: from the stores, from outside. `isCount`: what it was counted to have before the day's work instead, with which the day opens whatever was left before; `notes` says why.
create table ledgerReceipt (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  day text not null,
  itemId text not null references item,
  isCount integer not null default 0 check (isCount in (0, 1)),
  quantity integer not null,
  notes text not null default '',
  enteredBy text not null references user,
  changedBy text references user,
  check (quantity > 0 or isCount and quantity = 0)
) strict;
create index ledgerReceiptByItem on ledgerReceipt (sectionId, itemId, day);
create unique index ledgerReceiptCount on ledgerReceipt (sectionId, itemId, day) where isCount = 1;
create index ledgerReceiptByDay on ledgerReceipt (day, sectionId);

-- Negative WIP of an item in a section until it is settled (PX-15).
create table ledgerAlert (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  itemId text not null references item,
  day text not null,
  level text not null check (level in ('SOFT', 'HARD', 'BLOCK')),
  percent integer not null,
  quantity integer not null check (quantity > 0),
  dueAt text not null,
  isTold integer not null default 0 check (isTold in (0, 1)), -- found while the ledger did not bind, it is told once it does
  isEscalated integer not null default 0 check (isEscalated in (0, 1)),
  settledAt text
) strict;
create unique index ledgerAlertOpen on ledgerAlert (sectionId, itemId) where settledAt is null;

-- That the ledger was looked over at the end of a day, and what stood below zero.
create table ledgerReview (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  day text not null unique,
  negativeCount integer not null,
  worstPercent integer not null
) strict;

-- The ledger of a section's day and item (PX-7), kept by triggers, so that nobody who writes an entry can forget it. Days of which nothing is said have no row: their closing is their opening.
-- It begins on the first day on which something came, was received by hand, or was counted (`isFed`): before it (`isKnown` = 0) nobody can say what the section had, nothing is carried on, and that day opens with nothing.
-- `opening` is kept, for it is asked for far more often than a day long past is corrected: that moves it in all later rows of this section and item until the next count, by one statement.
create table ledgerDay (
  seq integer primary key,
  sectionId text not null references section,
  itemId text not null references item,
  day text not null,
  isKnown integer not null default 0 check (isKnown in (0, 1)),
  counted integer check (counted >= 0),
  opening integer not null default 0,
  received integer not null default 0,
  manual integer not null default 0,
  output integer not null default 0,
  rejected integer not null default 0,
  waste integer not null default 0,
  net integer not null generated always as (received + manual - output - rejected - waste) virtual,
  closing integer not null generated always as (opening + received + manual - output - rejected - waste) virtual,
  isFed integer not null generated always as (received > 0 or manual > 0 or counted is not null) virtual,
  unique (sectionId, itemId, day)
) strict;
create index ledgerDayByDay on ledgerDay (day, sectionId);
create index ledgerDayShort on ledgerDay (day) where isKnown and opening + received + manual < output + rejected + waste;
create index ledgerDayFed on ledgerDay (sectionId, itemId, day) where received > 0 or manual > 0 or counted is not null;
create index ledgerDayCounted on ledgerDay (sectionId, itemId, day) where counted is not null;

create index workerEntryByItem on workerEntry (sectionId, itemId, day, actualQuantity);
create index processFlowEdgeFrom on processFlowEdge (itemId, fromSectionId);
create index processFlowEdgeTo on processFlowEdge (itemId, toSectionId);

-- What the days' production of work orders put out, of the item that each makes.
create view ledgerProduction as
  select dailyProduction.id, dailyProduction.workOrderId, dailyProduction.sectionId, dailyProduction.day, coalesce(workOrder.plannedItemId, workOrder.itemId, manufacturingOrder.articleId) as itemId, dailyProduction.goodQuantity as quantity, dailyProduction.rejectQuantity as rejected
  from dailyProduction join workOrder on workOrder.id = dailyProduction.workOrderId join manufacturingOrder on manufacturingOrder.id = workOrder.manufacturingOrderId;

-- What each row opens with, from the beginning of its ledger or the last count before it.
create view ledgerReckoned as
  select seq, sectionId, itemId, isBegun, case when isBegun then
      coalesce(first_value(counted) over (partition by sectionId, itemId, isBegun, counts order by day), 0)
      + coalesce(sum(net) over (partition by sectionId, itemId, isBegun, counts order by day rows between unbounded preceding and 1 preceding), 0)
    else 0 end as opens
  from (
    select seq, sectionId, itemId, day, counted, net, max(isFed) over (partition by sectionId, itemId order by day) as isBegun, count(counted) over (partition by sectionId, itemId order by day) as counts from ledgerDay
  );

-- What was entered before there was a ledger, all at once before any trigger looks on: row by row would take minutes in a large factory.
insert into ledgerDay (sectionId, itemId, day, output, rejected)
  select sectionId, itemId, day, max(sum(workers), sum(orders)), sum(rejects) from (
    select sectionId, itemId, day, sum(actualQuantity) as workers, 0 as orders, 0 as rejects from workerEntry group by sectionId, itemId, day
    union all select sectionId, itemId, day, 0, sum(quantity), sum(rejected) from ledgerProduction group by sectionId, itemId, day
  ) group by sectionId, itemId, day having sum(workers) + sum(orders) + sum(rejects) > 0;
insert into ledgerDay (sectionId, itemId, day, received)
  select processFlowEdge.toSectionId, upstream.itemId, date(upstream.day, '+' || processFlowEdge.leadDays || ' days') as arrives, sum(upstream.output)
    from processFlowEdge join ledgerDay as upstream on upstream.sectionId = processFlowEdge.fromSectionId and upstream.itemId = processFlowEdge.itemId
    where processFlowEdge.isActive = 1 and upstream.output > 0 group by processFlowEdge.toSectionId, upstream.itemId, arrives
  on conflict (sectionId, itemId, day) do update set received = excluded.received;
update ledgerDay set isKnown = reckoned.isBegun, opening = reckoned.opens from ledgerReckoned as reckoned where reckoned.seq = ledgerDay.seq;

-- A row for a day that has none yet: it goes on from the one before it.
create view ledgerRow as select sectionId, itemId, day from ledgerDay;
create trigger ledgerRowAdded instead of insert on ledgerRow begin
  insert into ledgerDay (sectionId, itemId, day, isKnown, opening) select new.sectionId, new.itemId, new.day,
      coalesce((select isKnown from ledgerDay where sectionId = new.sectionId and itemId = new.itemId and day < new.day order by day desc limit 1), 0),
      coalesce((select isKnown * closing from ledgerDay where sectionId = new.sectionId and itemId = new.itemId and day < new.day order by day desc limit 1), 0)
    where not exists (select 1 from ledgerDay where sectionId = new.sectionId and itemId = new.itemId and day = new.day);
end;

-- A day whose entries changed is put in here. Its own figures are taken from its entries anew, and what comes from it to the sections after it, on the day it comes to them.
create view ledgerTouch as select sectionId, itemId, day from ledgerDay;
create trigger ledgerTouched instead of insert on ledgerTouch begin
  insert into ledgerRow (sectionId, itemId, day) values (new.sectionId, new.itemId, new.day);
  -- Both may be kept of the same pieces: the larger counts, so that neither a 0 nor a sheet half filled in hides what the other says.
  update ledgerDay set
    output = max(
      coalesce((select sum(actualQuantity) from workerEntry where sectionId = new.sectionId and itemId = new.itemId and day = new.day), 0),
      coalesce((select sum(quantity) from ledgerProduction where sectionId = new.sectionId and day = new.day and itemId = new.itemId), 0)),
    rejected = coalesce((select sum(rejected) from ledgerProduction where sectionId = new.sectionId and day = new.day and itemId = new.itemId), 0),
    manual = coalesce((select sum(quantity) from ledgerReceipt where sectionId = new.sectionId and itemId = new.itemId and day = new.day and isCount = 0), 0),
    waste = coalesce((select sum(quantity) from wasteEntry where sectionId = new.sectionId and itemId = new.itemId and day = new.day), 0),
    counted = (select quantity from ledgerReceipt where sectionId = new.sectionId and itemId = new.itemId and day = new.day and isCount = 1)
    where sectionId = new.sectionId and itemId = new.itemId and day = new.day;
end;

-- PX-8: where output changes, what it brings to each section after it.
create view ledgerArrival as select sectionId, itemId, day from ledgerDay;
create trigger ledgerArrived instead of insert on ledgerArrival begin
  insert into ledgerRow (sectionId, itemId, day) values (new.sectionId, new.itemId, new.day);
  update ledgerDay set received = coalesce((
      select sum(upstream.output) from processFlowEdge join ledgerDay as upstream
        on upstream.sectionId = processFlowEdge.fromSectionId and upstream.itemId = processFlowEdge.itemId and upstream.day = date(new.day, '-' || processFlowEdge.leadDays || ' days')
      where processFlowEdge.itemId = new.itemId and processFlowEdge.toSectionId = new.sectionId and processFlowEdge.isActive = 1), 0)
    where sectionId = new.sectionId and itemId = new.itemId and day = new.day;
end;

create trigger ledgerOutputChanged after update of output on ledgerDay when new.output <> old.output begin
  insert into ledgerArrival (sectionId, itemId, day)
    select toSectionId, itemId, date(new.day, '+' || leadDays || ' days') from processFlowEdge where itemId = new.itemId and fromSectionId = new.sectionId and isActive = 1;
end;

-- PX-7: the next day opens with what this one closes with, until one is counted.
create trigger ledgerDayMoved after update of received, manual, output, rejected, waste on ledgerDay
  when new.net <> old.net and new.isKnown and new.counted is old.counted and (new.isFed = old.isFed or exists (
    select 1 from ledgerDay where sectionId = new.sectionId and itemId = new.itemId and day < new.day and (received > 0 or manual > 0 or counted is not null))) begin
  update ledgerDay set opening = opening + new.net - old.net
    where sectionId = new.sectionId and itemId = new.itemId and day > new.day
      and day < coalesce((select min(day) from ledgerDay where sectionId = new.sectionId and itemId = new.itemId and day > new.day and counted is not null), '9999-99-99');
end;
-- Another beginning or another count: all days of the section and item anew.
create view ledgerRestart as select sectionId, itemId from ledgerDay;
create trigger ledgerRestarted instead of insert on ledgerRestart begin
  update ledgerDay set isKnown = reckoned.isBegun, opening = reckoned.opens from ledgerReckoned as reckoned
    where reckoned.sectionId = new.sectionId and reckoned.itemId = new.itemId and reckoned.seq = ledgerDay.seq and (reckoned.opens <> ledgerDay.opening or reckoned.isBegun <> ledgerDay.isKnown);
end;
-- What nothing is left to say of goes as well.
create trigger ledgerDayChanged after update of received, manual, counted, output, rejected, waste on ledgerDay begin
  insert into ledgerRestart (sectionId, itemId) select new.sectionId, new.itemId where new.counted is not old.counted or (new.isFed <> old.isFed and not exists (
    select 1 from ledgerDay where sectionId = new.sectionId and itemId = new.itemId and day < new.day and (received > 0 or manual > 0 or counted is not null)));
  delete from ledgerDay where seq = new.seq and received = 0 and manual = 0 and output = 0 and rejected = 0 and waste = 0 and counted is null;
end;

create trigger ledgerEntered after insert on workerEntry begin
  insert into ledgerTouch (sectionId, itemId, day) values (new.sectionId, new.itemId, new.day);
end;
create trigger ledgerEntryChanged after update of sectionId, itemId, day, actualQuantity on workerEntry begin
  insert into ledgerTouch (sectionId, itemId, day) values (old.sectionId, old.itemId, old.day);
  insert into ledgerTouch (sectionId, itemId, day) values (new.sectionId, new.itemId, new.day);
end;
create trigger ledgerEntryRemoved after delete on workerEntry begin
  insert into ledgerTouch (sectionId, itemId, day) values (old.sectionId, old.itemId, old.day);
end;

create trigger ledgerProduced after insert on dailyProduction begin
  insert into ledgerTouch (sectionId, itemId, day) select sectionId, itemId, day from ledgerProduction where id = new.id;
end;
create trigger ledgerProductionChanged after update of workOrderId, sectionId, day, goodQuantity, rejectQuantity on dailyProduction begin
  insert into ledgerTouch (sectionId, itemId, day)
    select old.sectionId, coalesce(workOrder.plannedItemId, workOrder.itemId, manufacturingOrder.articleId), old.day
    from workOrder join manufacturingOrder on manufacturingOrder.id = workOrder.manufacturingOrderId where workOrder.id = old.workOrderId;
  insert into ledgerTouch (sectionId, itemId, day) select sectionId, itemId, day from ledgerProduction where id = new.id;
end;
create trigger ledgerProductionRemoved after delete on dailyProduction begin
  insert into ledgerTouch (sectionId, itemId, day)
    select old.sectionId, coalesce(workOrder.plannedItemId, workOrder.itemId, manufacturingOrder.articleId), old.day
    from workOrder join manufacturingOrder on manufacturingOrder.id = workOrder.manufacturingOrderId where workOrder.id = old.workOrderId;
end;
create trigger ledgerMadeOtherwise after update of itemId, plannedItemId on workOrder when coalesce(new.plannedItemId, new.itemId) is not coalesce(old.plannedItemId, old.itemId) begin
  insert into ledgerTouch (sectionId, itemId, day)
    select sectionId, coalesce(old.plannedItemId, old.itemId, (select articleId from manufacturingOrder where id = old.manufacturingOrderId)), day from dailyProduction where workOrderId = new.id;
  insert into ledgerTouch (sectionId, itemId, day) select sectionId, itemId, day from ledgerProduction where workOrderId = new.id;
end;

create trigger ledgerReceived after insert on ledgerReceipt begin
  insert into ledgerTouch (sectionId, itemId, day) values (new.sectionId, new.itemId, new.day);
end;
create trigger ledgerReceiptChanged after update of sectionId, itemId, day, isCount, quantity on ledgerReceipt begin
  insert into ledgerTouch (sectionId, itemId, day) values (old.sectionId, old.itemId, old.day);
  insert into ledgerTouch (sectionId, itemId, day) values (new.sectionId, new.itemId, new.day);
end;
create trigger ledgerReceiptRemoved after delete on ledgerReceipt begin
  insert into ledgerTouch (sectionId, itemId, day) values (old.sectionId, old.itemId, old.day);
end;

create trigger ledgerWasted after insert on wasteEntry begin
  insert into ledgerTouch (sectionId, itemId, day) values (new.sectionId, new.itemId, new.day);
end;
create trigger ledgerWasteChanged after update of sectionId, itemId, day, quantity on wasteEntry begin
  insert into ledgerTouch (sectionId, itemId, day) values (old.sectionId, old.itemId, old.day);
  insert into ledgerTouch (sectionId, itemId, day) values (new.sectionId, new.itemId, new.day);
end;
create trigger ledgerWasteRemoved after delete on wasteEntry begin
  insert into ledgerTouch (sectionId, itemId, day) values (old.sectionId, old.itemId, old.day);
end;

-- Another way of the flow: all that came by it as it was, and all that comes by it as it is, the latest first, so that no row is moved by the ones before it more than once.
create trigger ledgerWayAdded after insert on processFlowEdge begin
  insert into ledgerArrival (sectionId, itemId, day)
    select new.toSectionId, new.itemId, date(day, '+' || new.leadDays || ' days') from ledgerDay where sectionId = new.fromSectionId and itemId = new.itemId and output <> 0 order by day desc;
end;
create trigger ledgerWayChanged after update of itemId, fromSectionId, toSectionId, leadDays, isActive on processFlowEdge begin
  insert into ledgerArrival (sectionId, itemId, day)
    select old.toSectionId, old.itemId, date(day, '+' || old.leadDays || ' days') from ledgerDay where sectionId = old.fromSectionId and itemId = old.itemId and output <> 0 order by day desc;
  insert into ledgerArrival (sectionId, itemId, day)
    select new.toSectionId, new.itemId, date(day, '+' || new.leadDays || ' days') from ledgerDay where sectionId = new.fromSectionId and itemId = new.itemId and output <> 0 order by day desc;
end;
create trigger ledgerWayRemoved after delete on processFlowEdge begin
  insert into ledgerArrival (sectionId, itemId, day)
    select old.toSectionId, old.itemId, date(day, '+' || old.leadDays || ' days') from ledgerDay where sectionId = old.fromSectionId and itemId = old.itemId and output <> 0 order by day desc;
end;
