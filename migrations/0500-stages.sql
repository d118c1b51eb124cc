-- How things are made: stages, the routes through them, and what a stage makes more of an article than is wanted.
create table productionStage (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  kind text not null check (kind in ('CUTTING', 'EMBROIDERY', 'SEWING', 'FINISHING', 'PACKING', 'OTHER')),
  sectionId text not null references section,
  bufferPercent integer check (bufferPercent >= 0), -- null = the setting of its kind
  defectPercent integer not null default 0 check (defectPercent between 0 and 900000),
  extraPieces integer not null default 0 check (extraPieces >= 0),
  days integer check (days > 0), -- null = the setting
  isBeforeLabel integer not null default 0 check (isBeforeLabel in (0, 1)), -- PL-3
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table productionRoute (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  notes text not null default '',
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table routeStep (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  productionRouteId text not null references productionRoute,
  position integer not null check (position > 0),
  productionStageId text not null references productionStage,
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1)),
  unique (productionRouteId, productionStageId)
) strict;

create table stageBuffer (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  productionStageId text not null references productionStage,
  itemId text not null references item,
  bufferPercent integer not null check (bufferPercent >= 0),
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1)),
  unique (productionStageId, itemId)
) strict;

create trigger productionStageFound after insert on productionStage begin
  insert into searchEntry (entity, id, code, name) values ('productionStage', new.id, new.code, new.name);
end;
create trigger productionStageRenamed after update of code, name on productionStage begin
  update searchEntry set code = new.code, name = new.name where entity = 'productionStage' and id = new.id;
end;
create trigger productionStageLost after delete on productionStage begin
  delete from searchEntry where entity = 'productionStage' and id = old.id;
end;

create trigger productionRouteFound after insert on productionRoute begin
  insert into searchEntry (entity, id, code, name) values ('productionRoute', new.id, new.code, new.name);
end;
create trigger productionRouteRenamed after update of code, name on productionRoute begin
  update searchEntry set code = new.code, name = new.name where entity = 'productionRoute' and id = new.id;
end;
create trigger productionRouteLost after delete on productionRoute begin
  delete from searchEntry where entity = 'productionRoute' and id = old.id;
end;
