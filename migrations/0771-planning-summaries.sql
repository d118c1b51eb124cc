-- What the planner is told every morning, as it was then (NT-5).
create table planningSummary (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  day text not null unique,
  content text not null -- JSON: see SummaryContent
) strict;
