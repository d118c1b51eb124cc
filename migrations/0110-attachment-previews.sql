-- A photo's small picture, kept beside it by its own content; none for documents, and for photos from before.
alter table attachment add column previewSha256 text check (length(previewSha256) = 64);
