-- The head of documents beside the factory's name and address, and how each kind of document is printed where that differs from what
-- the program begins with.
alter table site add column headLines text not null default '';
alter table site add column logoId text references attachment;

create table documentForm (
  id text primary key,             -- the kind of document: a report's name
  version integer not null default 1,
  createdAt text not null,
  paper text not null check (paper in ('A4', 'LETTER', 'FOLIO')),
  orientation text not null check (orientation in ('AUTO', 'PORTRAIT', 'LANDSCAPE')),
  footer text not null default '',
  signatures text                  -- JSON: the boxes to sign in, title and name; null = as the document has them
) strict;
