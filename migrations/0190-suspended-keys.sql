-- A key that stands still until a Superadmin lets it work again: after a restore where nobody could tell which keys had been revoked since.
alter table apiKey add column suspendedAt text;
