-- Who works here. Roles and their grants are data; `sections` says whether a role sees its own sections only.
create table section (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique collate nocase,
  name text not null,
  parentId text references section,
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table role (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  name text not null unique collate nocase,
  level integer not null check (level between 0 and 5),
  sections text not null check (sections in ('all', 'own')),
  canSeeCost integer not null default 0 check (canSeeCost in (0, 1)),
  isHidden integer not null default 0 check (isHidden in (0, 1))
) strict;

create table roleGrant (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  roleId text not null references role,
  permission text not null,
  unique (roleId, permission)
) strict;

create table user (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  username text not null unique collate nocase,
  fullName text not null,
  roleId text not null references role,
  sectionId text references section,
  language text not null default 'id' check (language in ('id', 'en')),
  canSeeCost integer not null default 0 check (canSeeCost in (0, 1)),
  passwordHash text not null,
  mustChangePassword integer not null default 1 check (mustChangePassword in (0, 1)),
  isActive integer not null default 1 check (isActive in (0, 1)),
  lastLoginAt text
) strict;

-- Sections beside the user's own one: what a supervisor is responsible for.
create table userSection (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  userId text not null references user,
  sectionId text not null references section,
  unique (userId, sectionId)
) strict;

create table session (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  userId text not null references user,
  tokenHash text not null unique,
  deskId text not null,
  ip text not null,
  userAgent text not null default '',
  lastSeenAt text not null,
  expiresAt text not null,
  endedAt text
) strict;
create index sessionByUser on session (userId);

-- Failed logins; a success of the same account deletes its rows (IA-1).
create table loginFailure (
  seq integer primary key,
  at text not null,
  account text not null collate nocase,
  deskId text not null,
  ip text not null
) strict;
create index loginFailureByAccount on loginFailure (account, at);
create index loginFailureByIp on loginFailure (ip, at);
create table loginLock (
  id text primary key, -- account, account at a desk, or address
  until text not null
) strict;
