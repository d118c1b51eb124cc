-- What every module stands on: the site, events, audit, replayed answers, number series, settings.
-- Ledgers refuse UPDATE and DELETE, and an INSERT of a number that is there: that also stops INSERT OR REPLACE,
-- on any connection, because a BEFORE INSERT trigger runs before the conflict is resolved.

create table site (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  name text not null,
  address text not null default '',
  phone text not null default '',
  timeZone text not null default 'Asia/Jakarta',
  currency text not null default 'IDR',
  currencyPlaces integer not null default 2 check (currencyPlaces between 0 and 4),
  epoch text not null,
  isDemo integer not null default 0 check (isDemo in (0, 1)),
  isReady integer not null default 1 check (isReady in (0, 1)) -- not while the demo story is being told
) strict;

create table event (
  seq integer primary key,
  at text not null,
  entity text not null,
  entityId text not null,
  sectionId text,
  userId text
) strict;
create trigger eventNumbered before insert on event when exists (select 1 from event where seq = new.seq)
begin select raise(abort, 'event is append-only'); end;
create trigger eventKept before update on event begin select raise(abort, 'event is append-only'); end;
create trigger eventStays before delete on event begin select raise(abort, 'event is append-only'); end;

create table auditEntry (
  seq integer primary key,
  at text not null,
  userId text not null,
  userName text not null,
  role text not null,
  sessionId text,
  deskId text,
  ip text,
  action text not null,
  module text not null,
  procedure text not null,
  entity text,
  entityId text,
  before text,
  after text,
  reason text,
  replayKey text,
  previousHash text not null,
  hash text not null unique
) strict;
create index auditEntryByEntity on auditEntry (entity, entityId, seq);
create trigger auditEntryNumbered before insert on auditEntry when exists (select 1 from auditEntry where seq = new.seq or hash = new.hash)
begin select raise(abort, 'auditEntry is append-only'); end;
create trigger auditEntryKept before update on auditEntry begin select raise(abort, 'auditEntry is append-only'); end;
create trigger auditEntryStays before delete on auditEntry begin select raise(abort, 'auditEntry is append-only'); end;

create table securityEvent (
  seq integer primary key,
  at text not null,
  kind text not null,
  severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
  userId text,
  usernameAttempted text,
  deskId text,
  ip text,
  detail text not null default '{}'
) strict;
create index securityEventByTime on securityEvent (at);
create trigger securityEventNumbered before insert on securityEvent when exists (select 1 from securityEvent where seq = new.seq)
begin select raise(abort, 'securityEvent is append-only'); end;
create trigger securityEventKept before update on securityEvent begin select raise(abort, 'securityEvent is append-only'); end;
create trigger securityEventStays before delete on securityEvent begin select raise(abort, 'securityEvent is append-only'); end;

create table replayMark (
  deskId text primary key,
  highest integer not null
) strict;
create table replayAnswer (
  deskId text not null,
  deskSeq integer not null,
  at text not null,
  userId text not null,
  inputHash text not null,
  answer text not null,
  primary key (deskId, deskSeq)
) strict, without rowid;
create index replayAnswerByTime on replayAnswer (at);

create table numberCounter (
  series text not null,
  period text not null,
  last integer not null check (last > 0),
  primary key (series, period)
) strict, without rowid;

create table setting (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  value text not null
) strict;
