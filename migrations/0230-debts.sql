-- What may be taken of an item at a place though the books have it no more, once somebody answered for it (WH-20).
create table materialDebt (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  number text not null unique,
  itemId text not null references item,
  locationId text not null references location,
  sectionId text not null references section, -- who needs it
  workOrderNumber text not null default '',
  required integer not null check (required > 0), -- all that is needed; the debt is the part that is missing
  quantity integer not null check (quantity > 0 and quantity <= required),
  issued integer not null default 0 check (issued >= 0 and issued <= quantity), -- taken on it
  settled integer not null default 0 check (settled >= 0 and settled <= issued), -- came in for it
  reason text not null,
  requestedBy text not null references user,
  dueDay text not null,
  approvedAt text, -- the order in which debts are settled
  approvedDay text,
  purchaseOrderNumber text not null default '',
  estimatedCost integer check (estimatedCost >= 0),
  rushCost integer check (rushCost >= 0),
  writtenOffAt text,
  writtenOffBy text references user,
  writeOffReason text,
  check (issued = 0 or approvedAt is not null),
  check ((writtenOffAt is null) = (writtenOffBy is null) and (writtenOffAt is null) = (writeOffReason is null))
) strict;
create index materialDebtByPlace on materialDebt (itemId, locationId, approvedAt);
create index materialDebtBySection on materialDebt (sectionId, createdAt);

-- Which goods settled it: a lot of the move that brought them, given to the move that took them on debt. Given back where that is undone.
create table debtSettlement (
  seq integer primary key,
  at text not null,
  debtId text not null references materialDebt,
  issueSeq integer not null references stockMove,
  receiptSeq integer not null references stockMove,
  lotId text not null references stockLot,
  quantity integer not null check (quantity <> 0),
  createdBy text not null references user
) strict;
create index debtSettlementByDebt on debtSettlement (debtId, seq);
create index debtSettlementByIssue on debtSettlement (issueSeq);
create index debtSettlementByReceipt on debtSettlement (receiptSeq);
create trigger debtSettlementNumbered before insert on debtSettlement when exists (select 1 from debtSettlement where seq = new.seq)
begin select raise(abort, 'debtSettlement is append-only'); end;
create trigger debtSettlementKept before update on debtSettlement begin select raise(abort, 'debtSettlement is append-only'); end;
create trigger debtSettlementStays before delete on debtSettlement begin select raise(abort, 'debtSettlement is append-only'); end;

-- The part of a move that its lots do not make up was taken on this debt.
alter table stockMove add column debtId text references materialDebt;
create index stockMoveByDebt on stockMove (debtId) where debtId is not null;

-- The stores run short first, and ask as sections do; who supervises a section sees what it owes.
with debtGrant (role, permission) as (values
  ('Warehouse Admin', 'process.requestMaterialDebt'), ('Warehouse Operator', 'process.requestMaterialDebt'),
  ('SPV Sewing', 'warehouse.view'), ('SPV Finishing', 'warehouse.view')
)
insert or ignore into roleGrant (id, createdAt, roleId, permission)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, debtGrant.permission
from debtGrant join role on role.name = debtGrant.role and role.isHidden = 0;
