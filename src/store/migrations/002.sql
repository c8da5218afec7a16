-- Verdicts can be withdrawn ('open'), name what should stand instead, and keep the rows of the knowledge base they rest on.
DROP TRIGGER decision_stays;
DROP TRIGGER decision_kept;
DROP INDEX decision_fingerprint;
ALTER TABLE decision RENAME TO decision_before;
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'dismissed', 'unsure', 'open')),
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT,
  corrected TEXT,
  rests TEXT
) STRICT;
INSERT INTO decision (id, fingerprint, verdict, reviewer, at, note)
  SELECT id, fingerprint, verdict, reviewer, at, note FROM decision_before;
DROP TABLE decision_before;
CREATE INDEX decision_latest ON decision (fingerprint, at, id);
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

-- Equal sentences change their fingerprints when one of them comes or goes: what the same place was called before.
CREATE TABLE carried (
  doc TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  former TEXT NOT NULL,
  PRIMARY KEY (doc, fingerprint, former)
) STRICT, WITHOUT ROWID;

-- Reviewers' corrections of what was read, as JSON (review/correct.ts), by what they are about: the latest for a key holds.
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX correction_key ON correction (key, id);
CREATE TRIGGER correction_stays BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
CREATE TRIGGER correction_kept BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
