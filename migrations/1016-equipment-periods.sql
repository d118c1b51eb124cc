-- Since when a machine or a line stands where it does, in use or not.
alter table machine add column standsFrom text;
alter table productionLine add column standsFrom text;

-- Which machines and lines stood in which section, one row for each time, kept by triggers: what a day of the past lost, and how fast it could have been, is reckoned by those that stood there then.
-- The empty text is before every day: those with which a section began have stood there from the beginning.
create table equipmentPeriod (
  seq integer primary key,
  machineId text,
  productionLineId text,
  sectionId text not null references section,
  fromDay text not null,
  untilDay text,
  check ((machineId is null) <> (productionLineId is null))
) strict;
create index equipmentPeriodOfSection on equipmentPeriod (sectionId);
create index equipmentPeriodOfMachine on equipmentPeriod (machineId) where machineId is not null;
create index equipmentPeriodOfLine on equipmentPeriod (productionLineId) where productionLineId is not null;

-- By the day on which each was entered; those of a section's first day from the beginning. Of what is out of use the day is known where somebody put it out of use by itself.
insert into equipmentPeriod (machineId, sectionId, fromDay, untilDay)
  select id, sectionId, case when enteredDay = min(enteredDay) over (partition by sectionId) then '' else enteredDay end, case when isActive = 0 then date(endedDay, '-1 day') end from (
    select machine.*, date(createdAt, '+7 hours') as enteredDay, (select date(max(at), '+7 hours') from auditEntry where entity = 'machine' and entityId = machine.id and procedure in ('masters.setMachineActive', 'setMachineActive')) as endedDay from machine
  ) where isActive = 1 or endedDay > enteredDay;
insert into equipmentPeriod (productionLineId, sectionId, fromDay, untilDay)
  select id, sectionId, case when enteredDay = min(enteredDay) over (partition by sectionId) then '' else enteredDay end, case when isActive = 0 then date(endedDay, '-1 day') end from (
    select productionLine.*, date(createdAt, '+7 hours') as enteredDay, (select date(max(at), '+7 hours') from auditEntry where entity = 'productionLine' and entityId = productionLine.id and procedure in ('masters.setProductionLineActive', 'setProductionLineActive')) as endedDay from productionLine
  ) where isActive = 1 or endedDay > enteredDay;

create trigger machineStands after insert on machine when new.isActive = 1 begin
  insert into equipmentPeriod (machineId, sectionId, fromDay) values (new.id, new.sectionId, case when exists (
    select 1 from equipmentPeriod as other left join machine on machine.id = other.machineId where other.sectionId = new.sectionId and other.machineId is not null and machine.standsFrom is not new.standsFrom) then coalesce(new.standsFrom, '') else '' end);
end;
create trigger machineMoved after update of sectionId, isActive on machine begin
  delete from equipmentPeriod where machineId = new.id and (fromDay >= coalesce(new.standsFrom, '') or (untilDay is null and new.standsFrom is old.standsFrom));
  update equipmentPeriod set untilDay = date(new.standsFrom, '-1 day') where machineId = new.id and untilDay is null;
  insert into equipmentPeriod (machineId, sectionId, fromDay) select new.id, new.sectionId, case when new.standsFrom is not old.standsFrom or exists (
    select 1 from equipmentPeriod as other left join machine on machine.id = other.machineId where other.sectionId = new.sectionId and other.machineId is not null and machine.standsFrom is not new.standsFrom) then coalesce(new.standsFrom, '') else '' end where new.isActive = 1;
end;
create trigger machineGone after delete on machine begin
  delete from equipmentPeriod where machineId = old.id;
end;
create trigger lineStands after insert on productionLine when new.isActive = 1 begin
  insert into equipmentPeriod (productionLineId, sectionId, fromDay) values (new.id, new.sectionId, case when exists (
    select 1 from equipmentPeriod as other left join productionLine on productionLine.id = other.productionLineId
      where other.sectionId = new.sectionId and other.productionLineId is not null and productionLine.standsFrom is not new.standsFrom) then coalesce(new.standsFrom, '') else '' end);
end;
create trigger lineMoved after update of sectionId, isActive on productionLine begin
  delete from equipmentPeriod where productionLineId = new.id and (fromDay >= coalesce(new.standsFrom, '') or (untilDay is null and new.standsFrom is old.standsFrom));
  update equipmentPeriod set untilDay = date(new.standsFrom, '-1 day') where productionLineId = new.id and untilDay is null;
  insert into equipmentPeriod (productionLineId, sectionId, fromDay) select new.id, new.sectionId, case when new.standsFrom is not old.standsFrom or exists (
    select 1 from equipmentPeriod as other left join productionLine on productionLine.id = other.productionLineId
      where other.sectionId = new.sectionId and other.productionLineId is not null and productionLine.standsFrom is not new.standsFrom) then coalesce(new.standsFrom, '') else '' end where new.isActive = 1;
end;
create trigger lineGone after delete on productionLine begin
  delete from equipmentPeriod where productionLineId = old.id;
end;
