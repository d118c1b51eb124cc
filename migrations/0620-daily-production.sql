-- What a work order put out on a day (PX-1): one entry a day, pieces of its article.
create table dailyProduction (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  workOrderId text not null references workOrder,
  sectionId text not null references section,
  day text not null,
  goodQuantity integer not null check (goodQuantity >= 0),
  rejectQuantity integer not null default 0 check (rejectQuantity >= 0),
  defectReasonId text references defectReason,
  status text not null default 'ENTERED' check (status in ('ENTERED', 'CONFIRMED')),
  isLate integer not null default 0 check (isLate in (0, 1)), -- entered after its day (PX-4)
  isFromPaper integer not null default 0 check (isFromPaper in (0, 1)),
  notes text not null default '',
  enteredBy text not null references user,
  confirmedBy text references user,
  confirmedAt text,
  check (goodQuantity + rejectQuantity > 0),
  unique (workOrderId, day)
) strict;
create index dailyProductionBySection on dailyProduction (sectionId, day);
