-- Bytes as they arrived, named by their sha-256: provenance ends here.
CREATE TABLE source (
  id TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  pipeline TEXT NOT NULL,
  version TEXT NOT NULL,
  knowledge TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'interrupted', 'failed')),
  -- TLP label of what it gave; reports over the store carry the most restrictive.
  marking TEXT,
  -- Documents that it stored: 0 when nothing was new.
  stored INTEGER NOT NULL DEFAULT 0,
  summary TEXT
) STRICT;

-- What a run saw under its inputs; a path keeps its latest sighting.
CREATE TABLE input (
  path TEXT PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run,
  doc TEXT,
  status TEXT NOT NULL CHECK (status IN ('parsed', 'skipped', 'unchanged')),
  reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX input_run ON input (run, path);

-- One unit of work. The same `input` hash in state `done` or `failed` is not worked on again.
CREATE TABLE ledger (
  stage TEXT NOT NULL,
  key TEXT NOT NULL,
  input TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'failed')),
  attempts INTEGER NOT NULL,
  error TEXT,
  run INTEGER NOT NULL REFERENCES run,
  PRIMARY KEY (stage, key)
) STRICT, WITHOUT ROWID;

-- The text of an article as one version of it; a changed text is a new revision and the old one stays.
CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  doc TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES source,
  sha256 TEXT NOT NULL,
  title TEXT,
  text TEXT NOT NULL,
  body TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES run,
  superseded INTEGER REFERENCES run,
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX revision_doc ON revision (doc);

-- The revision that holds now, and the last run that saw the document.
CREATE TABLE document (
  doc TEXT PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revision,
  run INTEGER NOT NULL REFERENCES run,
  path TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE article USING fts5 (title, text, content = 'revision', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE mention (
  revision INTEGER NOT NULL REFERENCES revision,
  n INTEGER NOT NULL,
  type TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  value TEXT,
  entity TEXT,
  "by" TEXT NOT NULL,
  PRIMARY KEY (revision, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  revision INTEGER NOT NULL,
  mention INTEGER NOT NULL,
  key TEXT NOT NULL,
  entity TEXT,
  score REAL NOT NULL,
  PRIMARY KEY (revision, mention),
  FOREIGN KEY (revision, mention) REFERENCES mention (revision, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_key ON link (key);

CREATE TABLE claim (
  revision INTEGER NOT NULL REFERENCES revision,
  n INTEGER NOT NULL,
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  object TEXT NOT NULL,
  stance TEXT NOT NULL,
  speaker TEXT,
  time TEXT,
  place TEXT,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (revision, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_key ON claim (subject, predicate);

CREATE TABLE flag (
  revision INTEGER NOT NULL REFERENCES revision,
  n INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  "check" TEXT NOT NULL,
  severity TEXT NOT NULL,
  confidence REAL NOT NULL,
  subject TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  message TEXT NOT NULL,
  suggestion TEXT,
  PRIMARY KEY (revision, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX flag_fingerprint ON flag (fingerprint);

CREATE TABLE evidence (
  revision INTEGER NOT NULL,
  flag INTEGER NOT NULL,
  n INTEGER NOT NULL,
  role TEXT NOT NULL,
  note TEXT NOT NULL,
  doc TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  PRIMARY KEY (revision, flag, n),
  FOREIGN KEY (revision, flag) REFERENCES flag (revision, n)
) STRICT, WITHOUT ROWID;

-- Rows of the knowledge base that a flag rests on.
CREATE TABLE background (
  revision INTEGER NOT NULL,
  flag INTEGER NOT NULL,
  n INTEGER NOT NULL,
  entity TEXT NOT NULL,
  fact TEXT NOT NULL,
  source TEXT NOT NULL,
  version TEXT NOT NULL,
  PRIMARY KEY (revision, flag, n),
  FOREIGN KEY (revision, flag) REFERENCES flag (revision, n)
) STRICT, WITHOUT ROWID;

-- The run in which a document first showed a flag.
CREATE TABLE sighting (
  doc TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES run,
  PRIMARY KEY (doc, fingerprint)
) STRICT, WITHOUT ROWID;

-- Reviewers' verdicts: the latest for a fingerprint holds, none is ever changed.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'dismissed', 'unsure')),
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX decision_fingerprint ON decision (fingerprint);
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

-- The report last written to a folder: what it was made of, and its files, so that an unchanged one is not written again.
CREATE TABLE report (
  folder TEXT PRIMARY KEY,
  made_of TEXT NOT NULL,
  files TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The run that holds the database, and when it last said so (milliseconds since 1970).
CREATE TABLE lock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  owner TEXT NOT NULL,
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  beat INTEGER NOT NULL
) STRICT;
