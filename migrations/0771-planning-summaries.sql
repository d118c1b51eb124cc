-- What the planner is told every morning, as it was then (NT-5).
create table planningSummary (
  id text primary key,
  version integer not null default 1,
  createdAt text not null,
  day text not null unique,
  content text not null -- JSON: see SummaryContent
) strict;

-- A screen on the wall shows the planner's board.
insert or ignore into roleGrant (id, createdAt, roleId, permission)
select
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), role.id, 'process.viewPlanningDashboard'
from role where role.name = 'Wall-screen' and role.isHidden = 0;
