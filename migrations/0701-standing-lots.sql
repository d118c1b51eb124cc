-- What stands at a place is asked with every move: the lots that are used up, more of them each year, are not read along.
create index lotBalanceStanding on lotBalance (itemId, locationId) where onHand > 0;
