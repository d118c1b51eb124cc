-- An invoice that credit notes took back whole before it left ends as cancelled. What refers to invoices stays: the rows are put back under the same ids before the end.
pragma defer_foreign_keys = on;
create table invoiceBefore as select * from invoice;
drop table invoice;
create table invoice (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique collate nocase,
  day text not null,
  customerId text not null references customer,
  salesmanId text references salesman,
  status text not null default 'INVOICED' check (status in ('INVOICED', 'PICKING', 'PICKED', 'PACKING', 'BOXING', 'PACKED', 'DISPATCHED', 'DELIVERED', 'REVIEW', 'CANCELLED')),
  statusSince text not null,
  billingStatus text not null default 'BILLED' check (billingStatus in ('BILLED', 'REVIEW', 'RE_INVOICED')),
  priority text not null default 'MEDIUM' check (priority in ('LOW', 'MEDIUM', 'HIGH')),
  total integer not null, -- of its lines
  statedTotal integer, -- as its sender says
  isTotalDifferent integer not null default 0 check (isTotalDifferent in (0, 1)), -- IF-1
  lineCount integer not null,
  pieceCount integer not null,
  creator text not null default '', -- as billing calls them
  createdBy text not null references user,
  temporaryName text not null default '',
  remarks text not null default '',
  isOnHold integer not null default 0 check (isOnHold in (0, 1)),
  holdReason text,
  isSelfBoxing integer not null default 0 check (isSelfBoxing in (0, 1)),
  isExpress integer not null default 0 check (isExpress in (0, 1)),
  pickerId text references user, -- who has or had it in hand, of the newest session of each stage
  packerId text references user,
  assigneeId text references user,
  deliveryStatus text,
  seriesPrefix text, -- IF-17: what stands before the digits at the end of the number
  seriesCount integer,
  check ((status = 'REVIEW') = (billingStatus = 'REVIEW')),
  check (isOnHold = 0 or holdReason is not null)
) strict;
insert into invoice (
  id, version, createdAt, number, day, customerId, salesmanId, status, statusSince, billingStatus, priority, total, statedTotal, isTotalDifferent, lineCount, pieceCount, creator, createdBy, temporaryName, remarks, isOnHold, holdReason,
  isSelfBoxing, isExpress, pickerId, packerId, assigneeId, deliveryStatus, seriesPrefix, seriesCount
) select
  id, version, createdAt, number, day, customerId, salesmanId, status, statusSince, billingStatus, priority, total, statedTotal, isTotalDifferent, lineCount, pieceCount, creator, createdBy, temporaryName, remarks, isOnHold, holdReason,
  isSelfBoxing, isExpress, pickerId, packerId, assigneeId, deliveryStatus, seriesPrefix, seriesCount
from invoiceBefore;
drop table invoiceBefore;
create index invoiceByStatus on invoice (status, createdAt);
create index invoiceByCreation on invoice (createdAt, id);
create index invoiceByDay on invoice (day, number);
create index invoiceOfCustomer on invoice (customerId, day);
create index invoiceBySeries on invoice (seriesPrefix, seriesCount);
create index invoiceBySeriesDay on invoice (seriesPrefix, day, seriesCount);
create index invoiceDifferent on invoice (createdAt) where isTotalDifferent = 1;
create index invoiceOnHold on invoice (createdAt) where isOnHold = 1;
