-- Goods at a subcontractor's: out and back through the gate (TR-9).
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
  status text not null default 'OUT' check (status in ('OUT', 'RETURNED')),
  returnedQuantity integer not null default 0 check (returnedQuantity >= 0),
  rejectQuantity integer not null default 0 check (rejectQuantity >= 0),
  notes text not null default '',
  sentBy text not null references user,
  returnedBy text references user,
  returnedAt text,
  shortReason text, -- why less came back than went out
  check (returnedQuantity + rejectQuantity <= quantity)
) strict;
create index gatePassOpen on gatePass (dueDay) where status = 'OUT';
create index gatePassOfWorkOrder on gatePass (workOrderId);
alter table transferAlert add column gatePassId text references gatePass;
