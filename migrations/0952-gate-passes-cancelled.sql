-- A gate pass that was written wrongly and on which nothing came back: it stands as returned and is told as cancelled.
alter table gatePass add column cancelledBy text references user;
alter table gatePass add column cancelledAt text;
alter table gatePass add column cancelReason text;
