-- What the stores issued straight into production is posted first and reviewed afterwards (BM-5): such an entry is no request, whatever its verdict.
alter table conversionEntry add column isByStores integer not null default 0 check (isByStores in (0, 1));
