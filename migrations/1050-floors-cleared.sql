-- A section without lines is held as one (TR-3): that its floor was seen to be empty names no line.
create table lineClearanceOfAll (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  productionLineId text references productionLine, -- none: the section's floor
  method text not null check (method in ('VISUAL', 'COUNTED', 'CLEANED')),
  articleId text references item, -- what had stood there
  batch text,
  notes text not null default '',
  clearedBy text not null references user,
  clearedAt text not null
) strict;
insert into lineClearanceOfAll (id, version, createdAt, sectionId, productionLineId, method, articleId, batch, notes, clearedBy, clearedAt)
select id, version, createdAt, sectionId, productionLineId, method, articleId, batch, notes, clearedBy, clearedAt from lineClearance;
drop table lineClearance;
alter table lineClearanceOfAll rename to lineClearance;
create index lineClearanceOfLine on lineClearance (productionLineId, clearedAt);
create index lineClearanceOfFloor on lineClearance (sectionId, clearedAt) where productionLineId is null;
-- What came to a section's floor (TR-3, TR-5).
create index transferOfFloor on transfer (toSectionId, acceptedAt) where productionLineId is null and acceptedAt is not null;
