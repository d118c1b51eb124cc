-- Printers of labels that take ZPL over the network (IO-10).
create table labelPrinter (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  address text not null,
  port integer not null default 9100 check (port between 1 and 65535),
  dpi text not null check (dpi in ('203', '300', '600')),
  labelWidth integer not null default 100,  -- millimetres
  labelHeight integer not null default 50,
  sectionId text references section, -- null = every section's
  attributes text not null default '{}',
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create trigger labelPrinterFound after insert on labelPrinter begin
  insert into searchEntry (entity, id, code, name) values ('labelPrinter', new.id, new.code, new.name);
end;
create trigger labelPrinterRenamed after update of code, name on labelPrinter begin
  update searchEntry set code = new.code, name = new.name where entity = 'labelPrinter' and id = new.id;
end;
create trigger labelPrinterLost after delete on labelPrinter begin
  delete from searchEntry where entity = 'labelPrinter' and id = old.id;
end;

-- Lots are found by their code and by what their supplier calls them.
create trigger stockLotFound after insert on stockLot begin
  insert into searchEntry (entity, id, code, name) values ('stockLot', new.id, new.code, new.supplierLot);
end;
create trigger stockLotRenamed after update of code, supplierLot on stockLot begin
  update searchEntry set code = new.code, name = new.supplierLot where entity = 'stockLot' and id = new.id;
end;
create trigger stockLotLost after delete on stockLot begin
  delete from searchEntry where entity = 'stockLot' and id = old.id;
end;
insert or ignore into searchEntry (entity, id, code, name) select 'stockLot', id, code, supplierLot from stockLot;
