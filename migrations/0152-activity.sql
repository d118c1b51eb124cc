-- What people do all day: who came and went, which screens they had open and for how long, what they had the host do. A log of its
-- own, kept for a year (a setting); a desk sends an entry again as it grows, under the same name.
create table activityEntry (
  seq integer primary key,
  sessionId text not null,
  entry text not null,
  at text not null,
  userId text not null references user,
  deskId text not null,
  kind text not null check (kind in ('LOGIN', 'LOGOUT', 'PAGE', 'ACTION')),
  subject text not null default '', -- a screen's address, an operation's name, or why a session ended
  seconds integer check (seconds >= 0),
  unique (sessionId, entry)
) strict;
create index activityEntryByTime on activityEntry (at, seq);
create index activityEntryByUser on activityEntry (userId, at);
