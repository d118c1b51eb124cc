-- The audit is read the newest first, by its numbers: each of these ends in the row's number, so that a page is a walk along one of
-- them, however many rows there are. Most acts create or change: those are found as fast by walking back, and need no index.
create index auditEntryByUser on auditEntry (userId);
create index auditEntryByModule on auditEntry (module);
create index auditEntryByKind on auditEntry (entity);
create index auditEntryByTime on auditEntry (at);
create index auditEntryByRareAction on auditEntry (action) where action not in ('CREATE', 'UPDATE');

-- Repeats of one refusal are one line with a count, from `at` to `until`.
alter table securityEvent add column count integer not null default 1;
alter table securityEvent add column until text;
create index securityEventByKind on securityEvent (kind);
create index securityEventByAddress on securityEvent (ip);
create index securityEventByUser on securityEvent (userId);
create index securityEventByName on securityEvent (usernameAttempted);
