-- How far back a book was emptied after its time: what has a number up to `throughSeq` may be deleted, nothing else, and no number up to
-- it is given again. An entry is audited like any other change, so the chain itself says what was taken out of it.
create table purge (
  seq integer primary key,
  at text not null,
  book text not null check (book in ('auditEntry', 'securityEvent', 'event')),
  fromSeq integer not null,
  throughSeq integer not null check (throughSeq >= fromSeq),
  rowCount integer not null,
  file text,           -- of an archive, in `archives/`
  sha256 text,         -- of that file
  lastHash text,       -- of the last archived row: the chain goes on from it
  year integer,        -- whose acts the archive holds
  createdBy text not null,
  check ((book = 'auditEntry') = (file is not null and sha256 is not null and lastHash is not null and year is not null))
) strict;
create index purgeByBook on purge (book, throughSeq);
create trigger purgeNumbered before insert on purge
when exists (select 1 from purge where seq = new.seq) or new.fromSeq <= coalesce((select max(throughSeq) from purge where book = new.book), 0)
begin select raise(abort, 'purge is append-only'); end;
create trigger purgeKept before update on purge begin select raise(abort, 'purge is append-only'); end;
create trigger purgeStays before delete on purge begin select raise(abort, 'purge is append-only'); end;

drop trigger auditEntryNumbered;
create trigger auditEntryNumbered before insert on auditEntry
when exists (select 1 from auditEntry where seq = new.seq or hash = new.hash) or new.seq between 1 and coalesce((select max(throughSeq) from purge where book = 'auditEntry'), 0)
begin select raise(abort, 'auditEntry is append-only'); end;
drop trigger auditEntryStays;
create trigger auditEntryStays before delete on auditEntry
when old.seq > coalesce((select max(throughSeq) from purge where book = 'auditEntry'), 0)
begin select raise(abort, 'auditEntry is append-only'); end;

drop trigger securityEventNumbered;
create trigger securityEventNumbered before insert on securityEvent
when exists (select 1 from securityEvent where seq = new.seq) or new.seq between 1 and coalesce((select max(throughSeq) from purge where book = 'securityEvent'), 0)
begin select raise(abort, 'securityEvent is append-only'); end;
drop trigger securityEventStays;
create trigger securityEventStays before delete on securityEvent
when old.seq > coalesce((select max(throughSeq) from purge where book = 'securityEvent'), 0)
begin select raise(abort, 'securityEvent is append-only'); end;

drop trigger eventNumbered;
create trigger eventNumbered before insert on event
when exists (select 1 from event where seq = new.seq) or new.seq between 1 and coalesce((select max(throughSeq) from purge where book = 'event'), 0)
begin select raise(abort, 'event is append-only'); end;
drop trigger eventStays;
create trigger eventStays before delete on event
when old.seq > coalesce((select max(throughSeq) from purge where book = 'event'), 0)
begin select raise(abort, 'event is append-only'); end;

-- Somebody vouched for what too many wrong passwords had locked: what it was, until when it would have stood, and why (AU-6).
create table unlocking (
  seq integer primary key,
  at text not null,
  lock text not null,
  lockedUntil text,
  reason text not null,
  createdBy text not null
) strict;
create trigger unlockingNumbered before insert on unlocking when exists (select 1 from unlocking where seq = new.seq)
begin select raise(abort, 'unlocking is append-only'); end;
create trigger unlockingKept before update on unlocking begin select raise(abort, 'unlocking is append-only'); end;
create trigger unlockingStays before delete on unlocking begin select raise(abort, 'unlocking is append-only'); end;
