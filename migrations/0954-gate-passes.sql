-- A pass that was cancelled says so itself, and what came back on one can be put right, with a reason: it was told as returned, for good.
pragma defer_foreign_keys = on;
create table gatePassBefore as select * from gatePass;
drop table gatePass;
create table gatePass (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  workOrderId text not null references workOrder, -- of the stage that is done there
  sectionId text not null references section,
  partnerId text not null references partner,
  quantity integer not null check (quantity > 0),
  dueDay text not null,
  status text not null default 'OUT' check (status in ('OUT', 'RETURNED', 'CANCELLED')),
  returnedQuantity integer not null default 0 check (returnedQuantity >= 0),
  rejectQuantity integer not null default 0 check (rejectQuantity >= 0),
  notes text not null default '',
  sentBy text not null references user,
  returnedBy text references user,
  returnedAt text,
  shortReason text, -- why less came back than went out
  cancelledBy text references user,
  cancelledAt text,
  cancelReason text,
  correctedBy text references user, -- who put right what had been entered as back
  correctedAt text,
  correctReason text,
  check (returnedQuantity + rejectQuantity <= quantity),
  check ((status = 'CANCELLED') = (cancelledAt is not null))
) strict;
insert into gatePass (
  id, version, createdAt, number, workOrderId, sectionId, partnerId, quantity, dueDay, status, returnedQuantity, rejectQuantity, notes, sentBy, returnedBy, returnedAt, shortReason,
  cancelledBy, cancelledAt, cancelReason
) select
  id, version, createdAt, number, workOrderId, sectionId, partnerId, quantity, dueDay, case when cancelledAt is null then status else 'CANCELLED' end, returnedQuantity, rejectQuantity, notes, sentBy, returnedBy, returnedAt,
  shortReason, cancelledBy, cancelledAt, cancelReason
from gatePassBefore;
drop table gatePassBefore;
create index gatePassOpen on gatePass (dueDay) where status = 'OUT';
create index gatePassOfWorkOrder on gatePass (workOrderId);
