-- Which documents are copies of one another (model/sketch.ts): the one stored first leads, the others name it.
CREATE TABLE sketch (
  id INTEGER PRIMARY KEY,
  doc TEXT NOT NULL UNIQUE,
  bins BLOB NOT NULL,
  lead TEXT,
  likeness REAL
) STRICT;
CREATE INDEX sketch_lead ON sketch (lead, id) WHERE lead IS NOT NULL;

-- Locality-sensitive hashes of those that lead.
CREATE TABLE band (
  hash INTEGER NOT NULL,
  sketch INTEGER NOT NULL REFERENCES sketch,
  PRIMARY KEY (hash, sketch)
) STRICT, WITHOUT ROWID;

-- Articles whose text changed: few among many.
CREATE INDEX revision_superseded ON revision (doc) WHERE superseded IS NOT NULL;
