-- Who entered each figure of a count, and whom the sheets of paper name: none of them decides about it.
alter table stockCount add column firstNamed text not null default '';
alter table stockCount add column secondNamed text not null default '';
alter table stockCountLine add column firstBy text references user;
alter table stockCountLine add column secondBy text references user;
update stockCountLine set firstBy = (select firstCounterId from stockCount where stockCount.id = countId) where firstCount is not null;
update stockCountLine set secondBy = (select secondCounterId from stockCount where stockCount.id = countId) where secondCount is not null;
