-- What needs somebody's consent. A chain is kept only where a factory differs from what the program begins with; a request keeps
-- the steps it began with, so that a chain can be changed at any time.
create table approvalChain (
  id text primary key,             -- the kind of request
  version integer not null default 1,
  createdAt text not null,
  steps text not null              -- JSON: who decides, in order
) strict;

create table approvalRequest (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  kind text not null,
  entity text not null,
  entityId text not null,
  sectionId text references section,
  requestedBy text not null references user,
  reason text not null,
  subject text not null,           -- JSON: what its text needs, as it read when it was asked for
  lines text not null,             -- JSON: what would change, from what to what
  before text not null,            -- JSON: the target as it stood; another one by now reverts the request
  change text not null,            -- JSON: what is asked for
  steps text not null,             -- JSON: the chain as it was
  step integer not null default 0, -- the step that is waited for, counted from 0
  stepSince text not null,
  status text not null default 'PENDING' check (status in ('PENDING', 'APPROVED', 'REJECTED', 'CANCELLED', 'REVERTED')),
  settledAt text
) strict;
create unique index approvalRequestOpen on approvalRequest (kind, entityId) where status = 'PENDING';
create index approvalRequestByAsker on approvalRequest (requestedBy, createdAt);
create index approvalRequestByTarget on approvalRequest (entity, entityId);

create table approvalDecision (
  seq integer primary key,
  at text not null,
  requestId text not null references approvalRequest,
  step integer not null,
  verdict text not null check (verdict in ('APPROVED', 'REJECTED')),
  decidedBy text not null references user,
  rightOf text references user,    -- whose right it was, where somebody stood in
  note text not null default ''
) strict;
create index approvalDecisionByRequest on approvalDecision (requestId);
create index approvalDecisionByPerson on approvalDecision (decidedBy);
create trigger approvalDecisionNumbered before insert on approvalDecision when exists (select 1 from approvalDecision where seq = new.seq)
begin select raise(abort, 'approvalDecision is append-only'); end;
create trigger approvalDecisionKept before update on approvalDecision begin select raise(abort, 'approvalDecision is append-only'); end;
create trigger approvalDecisionStays before delete on approvalDecision begin select raise(abort, 'approvalDecision is append-only'); end;

-- One person lets another decide for them, from one day to another, both included.
create table approvalDelegation (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  userId text not null references user,
  delegateId text not null references user,
  fromDay text not null,
  toDay text not null,
  reason text not null,
  endedAt text,
  check (userId <> delegateId and fromDay <= toDay)
) strict;
create index approvalDelegationByDelegate on approvalDelegation (delegateId, toDay);
create index approvalDelegationByUser on approvalDelegation (userId);
