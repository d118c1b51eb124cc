-- Quick changes of operator at shared desks: which roles may, and the PIN and badge of each person, apart from the account, because
-- lists of users have no need of them. A badge opens a session as a token does, so of it too only a hash is kept.
alter table role add column canSwitchQuickly integer not null default 0 check (canSwitchQuickly in (0, 1));
update role set canSwitchQuickly = 1 where level = 5 and isHidden = 0 and canSeeCost = 0 and name <> 'Viewer';

create table operatorPass (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  userId text not null unique references user,
  pinHash text,
  badgeHash text unique
) strict;
