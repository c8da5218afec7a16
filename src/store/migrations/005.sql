-- What the review pages ask again and again: which documents have changed, and how much each gave.
ALTER TABLE document ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN publisher TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;
UPDATE document SET
  publisher = coalesce(
    (SELECT json_extract(body, '$.site') FROM revision WHERE id = document.revision),
    rtrim(path, replace(path, '/', ''))
  ),
  mentions = (SELECT count(*) FROM mention WHERE mention.revision = document.revision),
  claims = (SELECT count(*) FROM claim WHERE claim.revision = document.revision);
CREATE INDEX document_changed ON document (changed);
CREATE INDEX document_publisher ON document (publisher, mentions, claims);
