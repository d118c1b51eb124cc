-- What texts of a file mean, kept with its mapping for the next file of the same sender.
alter table importMapping add column replacements text not null default '{}'; -- JSON: field -> [{ from, to }]

-- Imports that wait are read as they were: nothing replaced, the day before the month.
update importBatch set setup = json_set(setup, '$.replacements', json('{}'), '$.dayOrder', 'dmy', '$.mappingId', null);
