-- A release lets goods beside what the line held when it was given (TR-5): since when that stood there, by which it is told from what comes later.
alter table transfer add column releasedBeside text;
update transfer set releasedBeside = coalesce((select occupiedAt from lineOccupancy where lineOccupancy.productionLineId = transfer.productionLineId), releasedAt) where releasedAt is not null;
