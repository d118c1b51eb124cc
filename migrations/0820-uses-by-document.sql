-- What was used for a work order, as it was judged: asked for whenever more of it is used (BM-5).
create index conversionEntryByDocument on conversionEntry (documentId, componentItemId) where documentId is not null;
