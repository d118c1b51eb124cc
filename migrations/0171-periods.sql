-- Months of the books. A month without a row is open; closing one closes all before it.
create table accountingPeriod (
  id text primary key,             -- the month, YYYY-MM
  version integer not null default 1,
  createdAt text not null,
  status text not null check (status in ('OPEN', 'CLOSED')),
  reason text not null default '', -- of the last closing or reopening
  changedBy text not null references user,
  changedAt text not null,
  check (id glob '[0-9][0-9][0-9][0-9]-[01][0-9]')
) strict;
create index accountingPeriodClosed on accountingPeriod (id) where status = 'CLOSED';
