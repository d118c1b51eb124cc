-- Invoices that a warehouse fulfils, from billing to the customer.
create table invoice (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique collate nocase,
  day text not null,
  customerId text not null references customer,
  salesmanId text references salesman,
  status text not null default 'INVOICED' check (status in ('INVOICED', 'PICKING', 'PICKED', 'PACKING', 'BOXING', 'PACKED', 'DISPATCHED', 'DELIVERED', 'REVIEW')),
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
create index invoiceByStatus on invoice (status, createdAt);
create index invoiceByCreation on invoice (createdAt, id);
create index invoiceByDay on invoice (day, number);
create index invoiceOfCustomer on invoice (customerId, day);
create index invoiceBySeries on invoice (seriesPrefix, seriesCount);
create index invoiceBySeriesDay on invoice (seriesPrefix, day, seriesCount);
create index invoiceDifferent on invoice (createdAt) where isTotalDifferent = 1;
create index invoiceOnHold on invoice (createdAt) where isOnHold = 1;

create table invoiceLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  invoiceId text not null references invoice,
  position integer not null,
  name text not null,
  itemCode text not null,
  itemId text references item, -- where the code is one of ours
  barcode text not null default '',
  invoicedQuantity integer not null check (invoicedQuantity > 0), -- pieces
  pickedQuantity integer check (pickedQuantity >= 0),
  mrp integer not null,
  companyName text not null default '',
  packing text not null default '',
  shelfLocation text not null default '',
  batchNumber text not null default '',
  expiresOn text,
  remarks text not null default '',
  isCharge integer not null default 0 check (isCharge in (0, 1)) -- postage, a discount: neither picked nor packed
) strict;
create index invoiceLineOfInvoice on invoiceLine (invoiceId, position);
create index invoiceLineOfItem on invoiceLine (itemId) where itemId is not null;

-- What was billed and taken back; the invoice it is about where it was found.
create table creditNote (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique collate nocase,
  day text not null,
  customerId text not null references customer,
  total integer not null,
  lines text not null, -- JSON
  invoiceId text references invoice,
  createdBy text not null references user
) strict;
create index creditNoteOfInvoice on creditNote (invoiceId) where invoiceId is not null;
create index creditNoteOpen on creditNote (createdAt) where invoiceId is null;
