-- Values of extra fields, as JSON by the names under which attributeDefinition has them.
alter table unit add column attributes text not null default '{}';
alter table section add column attributes text not null default '{}';
alter table location add column attributes text not null default '{}';
alter table item add column attributes text not null default '{}';
alter table item add column parentId text references item; -- the article it is a variant of
alter table item add column destination text check (destination in ('EU', 'AP', 'ME', 'NA', 'US', 'CA', 'RU', 'GB', 'NL'));
create index itemByParent on item (parentId) where parentId is not null;

create table attributeDefinition (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  entity text not null,
  name text not null,
  labelIndonesian text not null,
  labelEnglish text not null,
  kind text not null check (kind in ('text', 'decimal', 'integer', 'boolean', 'day', 'choice')),
  choices text not null default '[]', -- JSON: the values of a choice
  isRequired integer not null default 0 check (isRequired in (0, 1)),
  position integer not null default 0,
  isActive integer not null default 1 check (isActive in (0, 1)),
  unique (entity, name)
) strict;

create table productionLine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  sectionId text not null references section,
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table partner (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  kind text not null check (kind in ('SUPPLIER', 'SUBCONTRACTOR', 'CUSTOMER')),
  contactPerson text not null default '',
  phone text not null default '',
  email text not null default '',
  address text not null default '',
  leadTimeDays integer check (leadTimeDays >= 0),
  notes text not null default '',
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table customer (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  area text not null default '',
  phone text not null default '',
  alternatePhone text not null default '',
  email text not null default '',
  address text not null default '',
  postalCode text not null default '',
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table salesman (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  phone text not null default '',
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table worker (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase, -- the employee code
  name text not null,
  sectionId text not null references section,
  isDailyWage integer not null default 0 check (isDailyWage in (0, 1)),
  badge text unique collate nocase,
  userId text references user,
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;
create index workerBySection on worker (sectionId);

create table workCalendar (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  notes text not null default '',
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table workShift (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  workCalendarId text not null references workCalendar,
  weekdays text not null,           -- '123456': Monday to Saturday
  startTime text not null,          -- HH:MM; an end not after it lies on the next day
  endTime text not null,
  breakMinutes integer not null default 0 check (breakMinutes >= 0),
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table holiday (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  day text not null,
  name text not null,
  workCalendarId text not null references workCalendar,
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1)),
  unique (workCalendarId, day)
) strict;

create table machine (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  sectionId text not null references section,
  kind text not null check (kind in ('MACHINE', 'HUMAN', 'TOOL')),
  capacityPerHour integer check (capacityPerHour >= 0), -- Decimal
  costPerHour integer check (costPerHour >= 0),         -- Decimal
  workCalendarId text references workCalendar,
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table targetRule (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  sectionId text not null references section,
  productionLineId text references productionLine, -- null = every line of the section
  itemId text references item,                     -- null = every item
  targetQuantity integer check (targetQuantity >= 0),     -- Decimal, pieces a shift
  targetEfficiency integer check (targetEfficiency >= 0), -- Decimal, percent
  shiftHours integer not null check (shiftHours > 0),     -- Decimal
  startDay text not null,
  endDay text check (endDay >= startDay), -- MD-2; null = until another begins
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1)),
  check (targetQuantity is not null or targetEfficiency is not null)
) strict;
create unique index targetRuleByPlace on targetRule (sectionId, coalesce(productionLineId, ''), coalesce(itemId, ''), startDay);

create table processFlowEdge (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  itemId text not null references item,
  fromSectionId text not null references section,
  toSectionId text not null references section,
  leadDays integer not null default 0 check (leadDays >= 0),
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1)),
  check (fromSectionId <> toSectionId), -- MD-3
  unique (itemId, fromSectionId, toSectionId)
) strict;

create table courier (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  kind text not null check (kind in ('EXTERNAL', 'INTERNAL')),
  contactPerson text not null default '',
  phone text not null check (phone <> ''), -- MD-4
  alternatePhone text not null default '',
  email text not null default '',
  address text not null default '',
  hasCashOnDelivery integer not null default 0 check (hasCashOnDelivery in (0, 1)),
  notes text not null default '',
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table tray (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null default '',
  notes text not null default '',
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table defectReason (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  kind text not null check (kind in ('STITCHING', 'MATERIAL', 'FILLING', 'ASSEMBLY', 'PAINT', 'OTHER')),
  severity text not null check (severity in ('MINOR', 'MAJOR', 'CRITICAL')),
  defectClass text check (defectClass in ('A', 'B', 'C', 'D', 'E', 'F')),
  isReworkable integer not null default 1 check (isReworkable in (0, 1)),
  estimatedHours integer check (estimatedHours >= 0), -- Decimal
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table downtimeReason (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  kind text not null check (kind in ('MACHINE', 'POWER', 'MATERIAL', 'WAITING_APPROVAL', 'OTHER')),
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table wasteReason (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  notes text not null default '',
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

-- What is found by words; see 0080-search.sql.
create trigger productionLineFound after insert on productionLine begin
  insert into searchEntry (entity, id, code, name) values ('productionLine', new.id, new.code, new.name);
end;
create trigger productionLineRenamed after update of code, name on productionLine begin
  update searchEntry set code = new.code, name = new.name where entity = 'productionLine' and id = new.id;
end;
create trigger productionLineLost after delete on productionLine begin
  delete from searchEntry where entity = 'productionLine' and id = old.id;
end;
create trigger partnerFound after insert on partner begin
  insert into searchEntry (entity, id, code, name) values ('partner', new.id, new.code, new.name);
end;
create trigger partnerRenamed after update of code, name on partner begin
  update searchEntry set code = new.code, name = new.name where entity = 'partner' and id = new.id;
end;
create trigger partnerLost after delete on partner begin
  delete from searchEntry where entity = 'partner' and id = old.id;
end;
create trigger customerFound after insert on customer begin
  insert into searchEntry (entity, id, code, name) values ('customer', new.id, new.code, new.name);
end;
create trigger customerRenamed after update of code, name on customer begin
  update searchEntry set code = new.code, name = new.name where entity = 'customer' and id = new.id;
end;
create trigger customerLost after delete on customer begin
  delete from searchEntry where entity = 'customer' and id = old.id;
end;
create trigger salesmanFound after insert on salesman begin
  insert into searchEntry (entity, id, code, name) values ('salesman', new.id, new.code, new.name);
end;
create trigger salesmanRenamed after update of code, name on salesman begin
  update searchEntry set code = new.code, name = new.name where entity = 'salesman' and id = new.id;
end;
create trigger salesmanLost after delete on salesman begin
  delete from searchEntry where entity = 'salesman' and id = old.id;
end;
create trigger workerFound after insert on worker begin
  insert into searchEntry (entity, id, code, name) values ('worker', new.id, new.code, new.name);
end;
create trigger workerRenamed after update of code, name on worker begin
  update searchEntry set code = new.code, name = new.name where entity = 'worker' and id = new.id;
end;
create trigger workerLost after delete on worker begin
  delete from searchEntry where entity = 'worker' and id = old.id;
end;
create trigger workCalendarFound after insert on workCalendar begin
  insert into searchEntry (entity, id, code, name) values ('workCalendar', new.id, new.code, new.name);
end;
create trigger workCalendarRenamed after update of code, name on workCalendar begin
  update searchEntry set code = new.code, name = new.name where entity = 'workCalendar' and id = new.id;
end;
create trigger workCalendarLost after delete on workCalendar begin
  delete from searchEntry where entity = 'workCalendar' and id = old.id;
end;
create trigger workShiftFound after insert on workShift begin
  insert into searchEntry (entity, id, code, name) values ('workShift', new.id, new.code, new.name);
end;
create trigger workShiftRenamed after update of code, name on workShift begin
  update searchEntry set code = new.code, name = new.name where entity = 'workShift' and id = new.id;
end;
create trigger workShiftLost after delete on workShift begin
  delete from searchEntry where entity = 'workShift' and id = old.id;
end;
create trigger machineFound after insert on machine begin
  insert into searchEntry (entity, id, code, name) values ('machine', new.id, new.code, new.name);
end;
create trigger machineRenamed after update of code, name on machine begin
  update searchEntry set code = new.code, name = new.name where entity = 'machine' and id = new.id;
end;
create trigger machineLost after delete on machine begin
  delete from searchEntry where entity = 'machine' and id = old.id;
end;
create trigger courierFound after insert on courier begin
  insert into searchEntry (entity, id, code, name) values ('courier', new.id, new.code, new.name);
end;
create trigger courierRenamed after update of code, name on courier begin
  update searchEntry set code = new.code, name = new.name where entity = 'courier' and id = new.id;
end;
create trigger courierLost after delete on courier begin
  delete from searchEntry where entity = 'courier' and id = old.id;
end;
create trigger trayFound after insert on tray begin
  insert into searchEntry (entity, id, code, name) values ('tray', new.id, new.code, new.name);
end;
create trigger trayRenamed after update of code, name on tray begin
  update searchEntry set code = new.code, name = new.name where entity = 'tray' and id = new.id;
end;
create trigger trayLost after delete on tray begin
  delete from searchEntry where entity = 'tray' and id = old.id;
end;
create trigger defectReasonFound after insert on defectReason begin
  insert into searchEntry (entity, id, code, name) values ('defectReason', new.id, new.code, new.name);
end;
create trigger defectReasonRenamed after update of code, name on defectReason begin
  update searchEntry set code = new.code, name = new.name where entity = 'defectReason' and id = new.id;
end;
create trigger defectReasonLost after delete on defectReason begin
  delete from searchEntry where entity = 'defectReason' and id = old.id;
end;
create trigger downtimeReasonFound after insert on downtimeReason begin
  insert into searchEntry (entity, id, code, name) values ('downtimeReason', new.id, new.code, new.name);
end;
create trigger downtimeReasonRenamed after update of code, name on downtimeReason begin
  update searchEntry set code = new.code, name = new.name where entity = 'downtimeReason' and id = new.id;
end;
create trigger downtimeReasonLost after delete on downtimeReason begin
  delete from searchEntry where entity = 'downtimeReason' and id = old.id;
end;
create trigger wasteReasonFound after insert on wasteReason begin
  insert into searchEntry (entity, id, code, name) values ('wasteReason', new.id, new.code, new.name);
end;
create trigger wasteReasonRenamed after update of code, name on wasteReason begin
  update searchEntry set code = new.code, name = new.name where entity = 'wasteReason' and id = new.id;
end;
create trigger wasteReasonLost after delete on wasteReason begin
  delete from searchEntry where entity = 'wasteReason' and id = old.id;
end;
