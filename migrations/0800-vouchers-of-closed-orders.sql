-- An order that is closed as far as it is made brings no receipt; the books are told of it all the same (PL-24, IO-11).
create table voucherLineBefore as select * from voucherLine;
drop table voucherLine;
create table voucherLine (
  seq integer primary key,
  at text not null,
  day text not null,
  number text not null,
  position integer not null,
  manufacturingOrderId text not null references manufacturingOrder,
  receiptId text references finishedGoodsReceipt, -- null: the order was closed without one
  debit text not null,
  credit text not null,
  kind text not null check (kind in ('MATERIAL', 'GOODS', 'VARIANCE')),
  amount integer not null check (amount > 0), -- minor units of the company's currency
  department text not null default ''
) strict;
insert into voucherLine (seq, at, day, number, position, manufacturingOrderId, receiptId, debit, credit, kind, amount, department)
select seq, at, day, number, position, manufacturingOrderId, receiptId, debit, credit, kind, amount, department from voucherLineBefore;
drop table voucherLineBefore;
create index voucherLineByDay on voucherLine (day, number, position);
create index voucherLineByOrder on voucherLine (manufacturingOrderId);
create trigger voucherLineNumbered before insert on voucherLine when exists (select 1 from voucherLine where seq = new.seq)
begin select raise(abort, 'voucherLine is append-only'); end;
create trigger voucherLineKept before update on voucherLine begin select raise(abort, 'voucherLine is append-only'); end;
create trigger voucherLineStays before delete on voucherLine begin select raise(abort, 'voucherLine is append-only'); end;
