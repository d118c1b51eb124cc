-- Backups themselves are files; here stands who took one away, and that the data was put back from one.
create table backupCopy (
  seq integer primary key,
  at text not null,
  backup text not null,
  folder text not null, -- empty where it went to a desk
  size integer not null check (size > 0),
  createdBy text not null references user
) strict;
create trigger backupCopyNumbered before insert on backupCopy when exists (select 1 from backupCopy where seq = new.seq)
begin select raise(abort, 'backupCopy is append-only'); end;
create trigger backupCopyKept before update on backupCopy begin select raise(abort, 'backupCopy is append-only'); end;
create trigger backupCopyStays before delete on backupCopy begin select raise(abort, 'backupCopy is append-only'); end;

create table dataRestore (
  seq integer primary key,
  at text not null,
  backup text not null,
  backupAt text not null,
  backupAuditSeq integer not null,
  epoch text not null unique,
  replacedSeq integer, -- the newest audit row of the data that was replaced, where it could be read
  replacedHash text,
  keptIn text not null -- the folder where that data is kept
) strict;
create trigger dataRestoreNumbered before insert on dataRestore when exists (select 1 from dataRestore where seq = new.seq or epoch = new.epoch)
begin select raise(abort, 'dataRestore is append-only'); end;
create trigger dataRestoreKept before update on dataRestore begin select raise(abort, 'dataRestore is append-only'); end;
create trigger dataRestoreStays before delete on dataRestore begin select raise(abort, 'dataRestore is append-only'); end;
