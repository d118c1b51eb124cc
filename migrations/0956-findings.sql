-- Who looked at what the patterns told (PX-16, PX-17), and what they found; by the finding's own key, for findings are reckoned and not kept.
create table findingLook (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  findingKey text not null unique,
  kind text not null,
  day text not null,
  note text not null,
  lookedBy text not null references user,
  lookedAt text not null
) strict;
create index findingLookBySection on findingLook (sectionId, day);

-- Codes that a scanner read and nobody knows (E101), by whom and at which desk.
create table badScan (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  day text not null,
  code text not null,
  deskName text not null,
  scannedBy text not null references user
) strict;
create index badScanByDay on badScan (sectionId, day);
