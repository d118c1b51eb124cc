-- Whether a section's day is locked (PX-5). A day that was opened again keeps its row, with who opened it and why.
create table sectionDayLock (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  day text not null,
  isLocked integer not null check (isLocked in (0, 1)),
  lockedBy text not null references user,
  lockedAt text not null,
  openedBy text references user,
  openedAt text,
  openReason text,
  unique (sectionId, day)
) strict;

-- What a worker made of an item on a section's day, with the target and the shift's hours that held then (PX-6).
create table workerEntry (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  day text not null,
  workerId text not null references worker,
  itemId text not null references item,
  targetQuantity integer not null check (targetQuantity >= 0),
  shiftHours integer not null check (shiftHours >= 0),
  actualQuantity integer not null check (actualQuantity >= 0),
  overtimeHours integer not null check (overtimeHours >= 0),
  isTargetMet integer not null check (isTargetMet in (0, 1)),
  notes text not null default '',
  enteredBy text not null references user,
  changedBy text references user,
  unique (day, sectionId, workerId, itemId)
) strict;
create index workerEntryByWorker on workerEntry (workerId, day);

-- Who was there on a section's day (PX-10): one sheet, each worker once.
create table attendanceSheet (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  day text not null,
  presentCount integer not null,
  absentCount integer not null,
  lineChanges integer not null default 0,
  notes text not null default '',
  enteredBy text not null references user,
  unique (day, sectionId)
) strict;
create table attendanceLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  attendanceSheetId text not null references attendanceSheet,
  sectionId text not null references section,
  workerId text not null references worker,
  status text not null check (status in ('PRESENT', 'ABSENT')),
  notes text not null default '',
  unique (attendanceSheetId, workerId)
) strict;
create index attendanceLineByWorker on attendanceLine (workerId);

-- What came for a day that was locked by then: the command as it was typed, until a supervisor enters or rejects it.
create table lateEntry (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  day text not null,
  procedure text not null,
  input text not null,
  status text not null default 'WAITING' check (status in ('WAITING', 'APPLIED', 'REJECTED')),
  reason text not null,
  isFromPaper integer not null default 0 check (isFromPaper in (0, 1)),
  handedBy text not null references user,
  decidedBy text references user,
  decidedAt text,
  decisionReason text
) strict;
create index lateEntryBySection on lateEntry (sectionId, status, day);
