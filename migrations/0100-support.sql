-- Every support bundle that left the house: who took it, and how large it was.
create table supportBundle (
  seq integer primary key,
  at text not null,
  fileName text not null,
  size integer not null check (size > 0),
  createdBy text not null references user
) strict;
create trigger supportBundleNumbered before insert on supportBundle when exists (select 1 from supportBundle where seq = new.seq)
begin select raise(abort, 'supportBundle is append-only'); end;
create trigger supportBundleKept before update on supportBundle begin select raise(abort, 'supportBundle is append-only'); end;
create trigger supportBundleStays before delete on supportBundle begin select raise(abort, 'supportBundle is append-only'); end;
