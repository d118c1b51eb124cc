-- Keys by which other programs call the same procedures. Of a key only its hash is kept, and how it begins, to tell it by.
create table apiKey (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  name text not null unique collate nocase,
  keyHash text not null unique,
  keyStart text not null,
  userId text not null references user,
  permissions text not null check (json_valid(permissions)),
  sections text not null check (json_valid(sections)),
  canSeeCost integer not null default 0 check (canSeeCost in (0, 1)),
  expiresAt text not null,
  lastUsedAt text,
  revokedAt text,
  revokedBy text references user
) strict;
