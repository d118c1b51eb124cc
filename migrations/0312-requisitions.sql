-- What a section asks the stores for, several items at once (WH-4).
create table requisition (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  sectionId text not null references section,
  supplyLocationId text not null references location,
  storeLocationId text references location, -- none: used up at once
  status text not null default 'PENDING' check (status in ('PENDING', 'APPROVED', 'REJECTED', 'COMPLETED', 'CANCELLED')),
  neededBy text not null,
  purpose text not null default '',
  workOrderNumber text not null default '',
  requestedBy text not null references user,
  handOvers integer not null default 0 -- given, confirmed and taken back so far: whoever has seen fewer sees it anew first
) strict;
create index requisitionBySection on requisition (sectionId, createdAt);
create index requisitionByStatus on requisition (status, createdAt);

create table requisitionLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  requisitionId text not null references requisition,
  sectionId text not null references section,
  position integer not null,
  itemId text not null references item,
  quantity integer not null check (quantity > 0),
  issued integer not null default 0 check (issued >= 0 and issued <= quantity),
  unique (requisitionId, itemId)
) strict;

-- One handing over, by two people: who gave it and who took it (WH-5).
create table requisitionIssue (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  requisitionId text not null references requisition,
  requisitionLineId text not null references requisitionLine,
  sectionId text not null references section,
  moveSeq integer not null unique references stockMove,
  quantity integer not null check (quantity > 0),
  issuedBy text not null references user,
  receivedBy text references user,
  receivedAt text,
  reversedAt text,
  check ((receivedBy is null) = (receivedAt is null) and (receivedAt is null or reversedAt is null)),
  check (receivedBy is null or receivedBy <> issuedBy)
) strict;
create index requisitionIssueByRequisition on requisitionIssue (requisitionId);

create table requisitionStep (
  seq integer primary key,
  at text not null,
  requisitionId text not null references requisition,
  fromStatus text,
  toStatus text not null,
  note text not null default '',
  createdBy text not null references user
) strict;
create index requisitionStepByRequisition on requisitionStep (requisitionId, seq);
create trigger requisitionStepNumbered before insert on requisitionStep when exists (select 1 from requisitionStep where seq = new.seq)
begin select raise(abort, 'requisitionStep is append-only'); end;
create trigger requisitionStepKept before update on requisitionStep begin select raise(abort, 'requisitionStep is append-only'); end;
create trigger requisitionStepStays before delete on requisitionStep begin select raise(abort, 'requisitionStep is append-only'); end;

-- What a section lacks, as it stood when it was told (WH-8).
create table shortage (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  sectionId text not null references section,
  itemId text not null references item,
  locationId text not null references location,
  required integer not null check (required > 0),
  available integer not null check (available >= 0 and available < required),
  severity text not null check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  note text not null default '',
  workOrderNumber text not null default '',
  reportedBy text not null references user,
  handledBy text references user,
  handledAt text,
  handling text,
  check ((handledBy is null) = (handledAt is null) and (handledBy is null) = (handling is null))
) strict;
create index shortageBySection on shortage (sectionId, createdAt);

with materialGrant (role) as (values
  ('Superadmin'), ('Admin Cutting'), ('Admin Embroidery'), ('Admin Sewing'), ('Admin Finishing'), ('Admin Packing'), ('SPV Cutting'), ('SPV Sewing'), ('SPV Finishing'),
  ('Warehouse Admin'), ('Warehouse Operator')
)
insert or ignore into roleGrant (id, createdAt, roleId, permission)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, 'process.requestMaterial'
from materialGrant join role on role.name = materialGrant.role and role.isHidden = 0;
