-- Desks that somebody gave a name; `id` is what the desk calls itself. Any other desk works without one.
create table desk (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  name text not null unique collate nocase,
  place text not null default '',
  isShared integer not null default 0 check (isShared in (0, 1))
) strict;
