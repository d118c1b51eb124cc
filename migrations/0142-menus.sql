-- What stands in the navigation, as data (IA-7): a tree of groups and screens, whom it is given to, and what a role begins with.
create table menuItem (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  code text not null unique,
  name text not null,
  nameEnglish text not null,
  path text unique, -- none: a group
  parentId text references menuItem,
  position integer not null,
  isActive integer not null default 1 check (isActive in (0, 1))
) strict;

create table userMenu (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  userId text not null references user,
  menuItemId text not null references menuItem,
  assignedBy text not null references user,
  unique (userId, menuItemId)
) strict;

create table roleMenu (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  roleId text not null references role,
  menuItemId text not null references menuItem,
  unique (roleId, menuItemId)
) strict;

-- Has every menu without being given any.
alter table role add column hasAllMenus integer not null default 0 check (hasAllMenus in (0, 1));
update role set hasAllMenus = 1 where name in ('Superadmin', 'Admin');
