-- Who last changed a day's figures, which shift they are of, and what its consent was asked for.
alter table dailyProduction add column changedBy text references user;
alter table dailyProduction add column workShiftId text references workShift;
