-- What is found by words: a line a record, kept by triggers, so that no writer can forget it. A module whose records are found by
-- words brings such triggers in its own migration; documents need none, they are found by the index on their number.
create table searchEntry (
  seq integer primary key,
  entity text not null,
  id text not null,
  code text not null collate nocase,
  name text not null collate nocase,
  unique (entity, id)
) strict;
create index searchEntryByCode on searchEntry (entity, code);
create index searchEntryByName on searchEntry (entity, name);

-- Letters count without their case and accents. The entity is a word too: it keeps a search for a few places from wading through
-- a hundred thousand items.
create virtual table searchWord using fts5(
  entity, code, name, content = 'searchEntry', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
create trigger searchEntryAdded after insert on searchEntry begin
  insert into searchWord (rowid, entity, code, name) values (new.seq, new.entity, new.code, new.name);
end;
create trigger searchEntryChanged after update on searchEntry begin
  insert into searchWord (searchWord, rowid, entity, code, name) values ('delete', old.seq, old.entity, old.code, old.name);
  insert into searchWord (rowid, entity, code, name) values (new.seq, new.entity, new.code, new.name);
end;
create trigger searchEntryRemoved after delete on searchEntry begin
  insert into searchWord (searchWord, rowid, entity, code, name) values ('delete', old.seq, old.entity, old.code, old.name);
end;

create trigger itemFound after insert on item begin
  insert into searchEntry (entity, id, code, name) values ('item', new.id, new.code, new.name);
end;
create trigger itemRenamed after update of code, name on item begin
  update searchEntry set code = new.code, name = new.name where entity = 'item' and id = new.id;
end;
create trigger itemLost after delete on item begin
  delete from searchEntry where entity = 'item' and id = old.id;
end;
create trigger locationFound after insert on location begin
  insert into searchEntry (entity, id, code, name) values ('location', new.id, new.code, new.name);
end;
create trigger locationRenamed after update of code, name on location begin
  update searchEntry set code = new.code, name = new.name where entity = 'location' and id = new.id;
end;
create trigger locationLost after delete on location begin
  delete from searchEntry where entity = 'location' and id = old.id;
end;
create trigger sectionFound after insert on section begin
  insert into searchEntry (entity, id, code, name) values ('section', new.id, new.code, new.name);
end;
create trigger sectionRenamed after update of code, name on section begin
  update searchEntry set code = new.code, name = new.name where entity = 'section' and id = new.id;
end;
create trigger sectionLost after delete on section begin
  delete from searchEntry where entity = 'section' and id = old.id;
end;
create trigger unitFound after insert on unit begin
  insert into searchEntry (entity, id, code, name) values ('unit', new.id, new.code, new.name);
end;
create trigger unitRenamed after update of code, name on unit begin
  update searchEntry set code = new.code, name = new.name where entity = 'unit' and id = new.id;
end;
create trigger unitLost after delete on unit begin
  delete from searchEntry where entity = 'unit' and id = old.id;
end;
create trigger userFound after insert on user begin
  insert into searchEntry (entity, id, code, name) values ('user', new.id, new.username, new.fullName);
end;
create trigger userRenamed after update of username, fullName on user begin
  update searchEntry set code = new.username, name = new.fullName where entity = 'user' and id = new.id;
end;
create trigger userLost after delete on user begin
  delete from searchEntry where entity = 'user' and id = old.id;
end;
create trigger importBatchFound after insert on importBatch begin
  insert into searchEntry (entity, id, code, name) values ('importBatch', new.id, '', new.fileName);
end;
create trigger importBatchRenamed after update of fileName on importBatch begin
  update searchEntry set code = '', name = new.fileName where entity = 'importBatch' and id = new.id;
end;
create trigger importBatchLost after delete on importBatch begin
  delete from searchEntry where entity = 'importBatch' and id = old.id;
end;

insert into searchEntry (entity, id, code, name)
  select 'item', id, code, name from item
  union all select 'location', id, code, name from location
  union all select 'section', id, code, name from section
  union all select 'unit', id, code, name from unit
  union all select 'user', id, username, fullName from user
  union all select 'importBatch', id, '', fileName from importBatch;
