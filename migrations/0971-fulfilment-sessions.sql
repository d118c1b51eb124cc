-- Who picks an invoice. Of each stage there is one session that counts; those that were cancelled stay (IF-12).
create table pickingSession (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  invoiceId text not null references invoice,
  pickerId text not null references user,
  status text not null check (status in ('PREPARING', 'PICKED', 'VERIFIED', 'CANCELLED', 'REVIEW')),
  startedAt text not null,
  endedAt text,
  notes text not null default '',
  selectedLines text not null default '[]', -- JSON
  roundId text, -- IF-5
  proof text not null check (proof in ('SCAN', 'MANUAL', 'EXPRESS_BILLING', 'ADMIN_OVERRIDE')),
  cancelReason text,
  check ((status = 'CANCELLED') = (cancelReason is not null))
) strict;
create unique index pickingSessionOfInvoice on pickingSession (invoiceId) where status <> 'CANCELLED';
create index pickingSessionHistory on pickingSession (invoiceId, createdAt);
create index pickingSessionOpen on pickingSession (pickerId) where status = 'PREPARING';
create index pickingSessionOfPicker on pickingSession (pickerId, startedAt);
create index pickingSessionByStart on pickingSession (startedAt, id);
create index pickingSessionByEnd on pickingSession (endedAt) where endedAt is not null;

create table packingSession (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  invoiceId text not null references invoice,
  status text not null check (status in ('PENDING', 'CHECKING', 'CHECKING_DONE', 'PACKING', 'PACKED', 'CANCELLED', 'REVIEW')),
  checkerId text references user,
  checkingStartedAt text,
  checkingEndedAt text,
  packerId text references user,
  startedAt text,
  endedAt text,
  notes text not null default '',
  selectedLines text not null default '[]', -- JSON
  isHeldForConsolidation integer not null default 0 check (isHeldForConsolidation in (0, 1)), -- IF-6
  heldBy text references user,
  labelCount integer not null default 1 check (labelCount >= 1),
  courierId text references courier,
  boxingGroupId text, -- boxed together
  proof text not null check (proof in ('SCAN', 'MANUAL', 'EXPRESS_BILLING', 'ADMIN_OVERRIDE')),
  cancelReason text,
  check ((status = 'CANCELLED') = (cancelReason is not null))
) strict;
create unique index packingSessionOfInvoice on packingSession (invoiceId) where status <> 'CANCELLED';
create index packingSessionHistory on packingSession (invoiceId, createdAt);
create index packingSessionHeld on packingSession (createdAt) where isHeldForConsolidation = 1;
create index packingSessionByCreation on packingSession (createdAt, id);
create index packingSessionByEnd on packingSession (endedAt) where endedAt is not null;
create index packingSessionOfPacker on packingSession (packerId, createdAt);
create index packingSessionOfChecker on packingSession (checkerId, createdAt);

-- A tray or a box and how much of which line is in it (IF-7).
create table packingContainer (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  invoiceId text not null references invoice,
  packingSessionId text not null references packingSession,
  kind text not null check (kind in ('TRAY', 'BOX')),
  trayId text references tray,
  code text not null,
  contents text not null, -- JSON
  sealedAt text,
  sealedBy text references user,
  isInUse integer not null default 1 check (isInUse in (0, 1)), -- a tray is free again once its invoice is boxed
  check ((kind = 'TRAY') = (trayId is not null))
) strict;
create unique index packingContainerTray on packingContainer (trayId) where trayId is not null and isInUse = 1;
create unique index packingContainerCode on packingContainer (packingSessionId, kind, code);
create index packingContainerOfInvoice on packingContainer (invoiceId);

create table deliverySession (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  invoiceId text not null references invoice,
  kind text not null check (kind in ('DIRECT', 'COURIER', 'INTERNAL')),
  status text not null check (status in ('PENDING', 'TO_CONSIDER', 'IN_TRANSIT', 'DELIVERED', 'CANCELLED')),
  dispatchedBy text not null references user,
  dispatchedAt text,
  assigneeId text references user,
  deliveredBy text references user,
  startedAt text not null,
  endedAt text,
  courierId text references courier,
  courierName text,
  trackingNumber text not null default '',
  counterMode text check (counterMode in ('PATIENT', 'COMPANY')),
  pickupName text not null default '',
  pickupPhone text not null default '',
  pickupCompany text not null default '',
  pickupCode text not null default '',
  latitude real,
  longitude real,
  accuracy real,
  address text not null default '',
  boxWeights text not null default '[]', -- JSON
  slipAttachmentId text, -- of the papers attached to it
  notes text not null default '',
  proof text not null check (proof in ('SCAN', 'MANUAL', 'EXPRESS_BILLING', 'ADMIN_OVERRIDE')),
  cancelReason text,
  check ((status = 'CANCELLED') = (cancelReason is not null)),
  check (kind <> 'COURIER' or courierName is not null), -- IF-11
  check (kind <> 'DIRECT' or counterMode is not null)
) strict;
create unique index deliverySessionOfInvoice on deliverySession (invoiceId) where status <> 'CANCELLED';
create index deliverySessionHistory on deliverySession (invoiceId, createdAt);
create index deliverySessionByStart on deliverySession (startedAt, id);
create index deliverySessionByEnd on deliverySession (endedAt) where endedAt is not null;
create index deliverySessionOfAssignee on deliverySession (assigneeId, startedAt) where assigneeId is not null;

create table courierChange (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  deliverySessionId text not null references deliverySession,
  fromCourierName text not null,
  toCourierName text not null,
  reason text not null,
  changedBy text not null references user
) strict;
create index courierChangeOfSession on courierChange (deliverySessionId);

-- Sent back to billing (IF-13), and what billing made of it (IF-14).
create table invoiceReturn (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  invoiceId text not null references invoice,
  reason text not null,
  section text not null check (section in ('PICKING', 'PACKING', 'DELIVERY')),
  returnedBy text not null references user,
  resolvedAt text,
  resolvedBy text references user,
  resolution text
) strict;
create index invoiceReturnOfInvoice on invoiceReturn (invoiceId, createdAt);
create index invoiceReturnByCreation on invoiceReturn (createdAt, id);
create unique index invoiceReturnOpen on invoiceReturn (invoiceId) where resolvedAt is null;

-- What was changed in bulk, invoice by invoice (IF-16).
create table invoiceBulkRun (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  fromDay text not null,
  toDay text not null,
  toStatus text not null check (toStatus in ('PICKED', 'PACKED', 'DELIVERED')),
  reason text not null,
  doneBy text not null references user,
  doneCount integer not null,
  refusedCount integer not null,
  snapshot text not null -- JSON
) strict;
create index invoiceBulkRunByCreation on invoiceBulkRun (createdAt, id);

-- What waited as a day began, as it was first looked at (IF-19).
create table fulfilmentDay (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  day text not null unique,
  holdInvoices integer not null
) strict;
