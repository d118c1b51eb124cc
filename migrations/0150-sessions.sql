-- Why a session ended; nothing for those that ended before this was kept.
alter table session add column endReason text check (endReason in ('LOGOUT', 'REVOKED', 'DEACTIVATED', 'PASSWORD', 'SWITCHED', 'LOCKED', 'IDLE', 'EXPIRED'));
create index sessionByDesk on session (deskId, createdAt);
create index sessionBySeen on session (lastSeenAt);
create index sessionOpen on session (endedAt) where endedAt is null;
