-- What people are called at work: a title within a section, each pair once.
create table jobTitle (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  title text not null collate nocase,
  sectionId text not null references section,
  isActive integer not null default 1 check (isActive in (0, 1)),
  unique (title, sectionId)
) strict;

alter table user add column email text;
alter table user add column phone text;
alter table user add column jobTitleId text references jobTitle;
alter table user add column sections text check (sections in ('all', 'own')); -- none: as the role
alter table user add column createdBy text references user;
alter table user add column passwordChangedAt text;
alter table user add column activatedAt text; -- let in again: idleness counts from here
create unique index userByEmail on user (email collate nocase) where email is not null;

-- Passwords used before, so that none of the last few is chosen again (IA-2).
create table passwordRecord (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  userId text not null references user,
  passwordHash text not null
) strict;
create index passwordRecordByUser on passwordRecord (userId, createdAt);
