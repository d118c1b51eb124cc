-- A training copy says so in itself, so that nothing can take it for the factory. A copy for training is made from a backup:
-- each such start shows whether the backup opens.
alter table site add column isTraining integer not null default 0 check (isTraining in (0, 1));

create table restoreDrill (
  seq integer primary key,
  at text not null,
  backupName text, -- none: made from the demo factory
  backupAt text,
  isSound integer not null check (isSound in (0, 1)),
  problem text not null default '',
  size integer not null,
  milliseconds integer not null
) strict;
create trigger restoreDrillNumbered before insert on restoreDrill when exists (select 1 from restoreDrill where seq = new.seq)
begin select raise(abort, 'restoreDrill is append-only'); end;
create trigger restoreDrillKept before update on restoreDrill begin select raise(abort, 'restoreDrill is append-only'); end;
create trigger restoreDrillStays before delete on restoreDrill begin select raise(abort, 'restoreDrill is append-only'); end;
