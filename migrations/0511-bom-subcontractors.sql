-- Who makes it outside of the factory, where that is said.
alter table bomHeader add column subcontractorId text references partner;
