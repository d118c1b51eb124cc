-- A posted count can be reversed, as any document that moves goods: its status says so, and each line names its move.
pragma defer_foreign_keys = on;
create table stockCountBefore as select * from stockCount;
drop table stockCount;
create table stockCount (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  planId text references countPlan,
  sectionId text references section, -- whose stores they are, where all are of one
  rhythm text not null check (rhythm in ('MAIN', 'SECTION', 'GOODS')),
  locationIds text not null, -- JSON
  categories text not null default '[]',
  abcClasses text not null default '[]',
  isOnPaper integer not null default 0 check (isOnPaper in (0, 1)),
  notes text not null default '',
  status text not null check (status in ('DRAFT', 'COUNTING', 'COMPARED', 'POSTED', 'REVERSED', 'CANCELLED')),
  createdBy text not null references user,
  startedAt text,
  frozenUntil text,
  firstCounterId text references user,
  firstDoneAt text,
  secondCounterId text references user,
  secondDoneAt text,
  postedBy text references user,
  postedAt text,
  postedDay text,
  cancelledBy text references user,
  cancelledAt text,
  cancelReason text,
  reversedBy text references user,
  reversedAt text,
  reverseReason text
) strict;
insert into stockCount (
  id, version, createdAt, number, planId, sectionId, rhythm, locationIds, categories, abcClasses, isOnPaper, notes, status, createdBy, startedAt, frozenUntil, firstCounterId, firstDoneAt,
  secondCounterId, secondDoneAt, postedBy, postedAt, postedDay, cancelledBy, cancelledAt, cancelReason
) select
  id, version, createdAt, number, planId, sectionId, rhythm, locationIds, categories, abcClasses, isOnPaper, notes, status, createdBy, startedAt, frozenUntil, firstCounterId, firstDoneAt,
  secondCounterId, secondDoneAt, postedBy, postedAt, postedDay, cancelledBy, cancelledAt, cancelReason
from stockCountBefore;
drop table stockCountBefore;
create index stockCountByStatus on stockCount (status, createdAt);
create index stockCountFrozen on stockCount (frozenUntil) where status = 'COUNTING';

alter table stockCountLine add column moveSeq integer references stockMove;
update stockCountLine set moveSeq = (
  select move.seq from stockMove as move
  where move.documentEntity = 'stockCount' and move.documentId = stockCountLine.countId and move.itemId = stockCountLine.itemId and stockCountLine.locationId in (move.fromLocationId, move.toLocationId)
    and move.quantity = abs(coalesce(stockCountLine.recount, stockCountLine.firstCount) - stockCountLine.inBooks)
    and (stockCountLine.lotId is null or exists (select 1 from stockMoveLot where moveSeq = move.seq and lotId = stockCountLine.lotId))
  order by move.seq limit 1
) where countId in (select id from stockCount where status = 'POSTED');
