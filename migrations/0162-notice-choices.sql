-- How one user wants to be told of a kind of notice. Without a row: with a sound, and outside of the window where the desk allows it.
create table noticeChoice (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  userId text not null references user,
  kind text not null,
  hasSound integer not null check (hasSound in (0, 1)),
  hasDesktopNotice integer not null check (hasDesktopNotice in (0, 1)),
  unique (userId, kind)
) strict;

-- What is deleted after its time is found by it.
create index notificationReceiptByTime on notificationReceipt (createdAt);
