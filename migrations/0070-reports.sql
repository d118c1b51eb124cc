-- Every report that left the house as a file: who, which, narrowed how, in what form, how many rows.
create table reportExport (
  seq integer primary key,
  at text not null,
  report text not null,
  format text not null check (format in ('pdf', 'xlsx', 'csv')),
  language text not null check (language in ('id', 'en')),
  filters text not null, -- JSON
  rowCount integer not null check (rowCount >= 0),
  fileName text not null,
  createdBy text not null references user
) strict;
create trigger reportExportNumbered before insert on reportExport when exists (select 1 from reportExport where seq = new.seq)
begin select raise(abort, 'reportExport is append-only'); end;
create trigger reportExportKept before update on reportExport begin select raise(abort, 'reportExport is append-only'); end;
create trigger reportExportStays before delete on reportExport begin select raise(abort, 'reportExport is append-only'); end;

-- A period's moves, for reports.
create index stockMoveByDay on stockMove (postingDay);
