-- What lies in a line is reckoned from its last count, else from what was loaded first: found without reading years of days on which nobody said either.
create index teamDayCounted on teamDay (productionLineId, day) where workInProgress is not null;
create index teamDayLoaded on teamDay (productionLineId, day) where loadedQuantity is not null or workInProgress is not null;
