-- Standard minutes of one (SAM): of an item, of it in a section by the rule that holds there, and as they were when a worker's entry was made.
alter table item add column standardMinutes integer check (standardMinutes > 0);
alter table targetRule add column standardMinutes integer check (standardMinutes > 0);
alter table workerEntry add column standardMinutes integer check (standardMinutes > 0);

-- What a line put out on a day, of which its efficiency follows, and what was loaded into it.
alter table teamDay add column outputQuantity integer check (outputQuantity >= 0);
alter table teamDay add column loadedQuantity integer check (loadedQuantity >= 0);
