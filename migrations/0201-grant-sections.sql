-- Sections that somebody sees for as long as a permission is lent to them, beside their own.
alter table permissionGrant add column sections text not null default '[]'; -- JSON: ids
