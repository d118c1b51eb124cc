-- What texts of a file mean, kept with its mapping for the next file of the same sender.
alter table importMapping add column replacements text not null default '{}'; -- JSON: field -> [{ from, to }]
