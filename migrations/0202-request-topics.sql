-- Of one record several things may be asked for at once, each once: two permissions for the same user.
alter table approvalRequest add column topic text not null default '';
drop index approvalRequestOpen;
create unique index approvalRequestOpen on approvalRequest (kind, entityId, topic) where status = 'PENDING';
