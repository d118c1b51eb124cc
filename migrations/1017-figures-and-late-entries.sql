-- Whose figures an entry's are: who entered it, or who changed its quantity since. Who put right a note has typed no figure.
alter table dailyProduction add column figuresBy text references user;
update dailyProduction set figuresBy = case when changedBy is not null and exists (
    select 1 from auditEntry where entity = 'dailyProduction' and entityId = dailyProduction.id and before is not null and (json_extract(after, '$.goodQuantity') is not null or json_extract(after, '$.rejectQuantity') is not null))
  then changedBy else enteredBy end;
alter table workerEntry add column figuresBy text references user;
update workerEntry set figuresBy = case when changedBy is not null and exists (
    select 1 from auditEntry where entity = 'workerEntry' and entityId = workerEntry.id and before is not null and json_extract(after, '$.actualQuantity') is not null)
  then changedBy else enteredBy end;

-- Nothing ever said it: what comes from paper late is handed in like anything else, with its reason.
alter table lateEntry drop column isFromPaper;
