-- Who put a substitute forward does not approve it (BM-4). Of those from before nobody knows.
alter table bomVariant add column addedBy text references user;

-- Nothing ever said it: that materials may change is what the approved substitutes say.
alter table bomHeader drop column hasMultiMaterial;
