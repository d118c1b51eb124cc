-- What a customer owes, as the books of accounts say it.
create table customerAccount (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  customerId text not null unique references customer,
  debit integer not null check (debit >= 0),
  credit integer not null check (credit >= 0),
  outstanding integer not null, -- debit less credit, to be listed by
  agentName text not null default '',
  lastFollowUpDay text, -- of the newest follow-up
  nextDay text,
  promised integer,
  check (outstanding = debit - credit)
) strict;
create index customerAccountOutstanding on customerAccount (outstanding);
create index customerAccountNext on customerAccount (nextDay) where nextDay is not null;

-- Somebody asked a customer for what they owe (IF-20).
create table followUp (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  customerId text not null references customer,
  day text not null,
  outstanding integer not null,
  promised integer check (promised > 0),
  channel text not null check (channel in ('PHONE', 'WHATSAPP', 'EMAIL', 'VISIT')),
  outcome text not null check (outcome in ('PROMISED', 'PARTIAL', 'NO_RESPONSE', 'DISPUTE', 'ESCALATED', 'PAID')),
  escalatedTo text references user,
  notes text not null default '',
  nextDay text,
  doneBy text not null references user,
  check ((outcome = 'ESCALATED') = (escalatedTo is not null))
) strict;
create index followUpOfCustomer on followUp (customerId, createdAt);

create table paymentAlert (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  customerId text not null references customer,
  kind text not null check (kind in ('OVERDUE', 'DUE_SOON', 'ESCALATED', 'HIGH_RISK', 'NO_FOLLOWUP')),
  alertLevel text not null check (alertLevel in ('MEDIUM', 'HIGH')),
  assignedTo text references user,
  resolvedAt text,
  resolvedBy text references user,
  resolution text
) strict;
create unique index paymentAlertOpen on paymentAlert (customerId, kind) where resolvedAt is null;
create index paymentAlertByCreation on paymentAlert (createdAt, id);
