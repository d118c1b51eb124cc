-- The sequence is the order in which notices are delivered to a desk that was away.
create table notification (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  kind text not null,
  severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
  params text not null default '{}', -- JSON, for the text in the reader's language
  entity text,
  entityId text,
  audience text not null             -- JSON: to whom, as decided by the host
) strict;
create index notificationByCondition on notification (kind, entity, entityId, severity, createdAt);

create table notificationReceipt (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  notificationId text not null references notification,
  userId text not null references user,
  readAt text,
  acknowledgedAt text,
  unique (notificationId, userId)
) strict;
create index notificationReceiptByUser on notificationReceipt (userId, id);
create index notificationReceiptUnread on notificationReceipt (userId) where readAt is null;
create index notificationCritical on notification (id) where severity = 'CRITICAL';
