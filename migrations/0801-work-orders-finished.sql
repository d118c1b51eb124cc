-- When a work order came to be finished, whatever day it was finished on: a day may be entered late (NT-5).
alter table workOrder add column finishedAt text;
update workOrder set finishedAt = finishedDay || 'T00:00:00.000Z' where status = 'FINISHED' and finishedDay is not null;
create index workOrderByFinish on workOrder (finishedAt) where finishedAt is not null;
