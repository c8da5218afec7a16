-- What is remembered of an address between two runs (model/fetched.ts), under the hash of the address; as JSON, without secrets.
CREATE TABLE fetched (
  key TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How the bytes of a source were received, each time they came from another address or came back.
CREATE TABLE retrieval (
  source TEXT NOT NULL,
  address TEXT NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (source, address)
) STRICT, WITHOUT ROWID;

-- Hosts that want to be left alone until a time (milliseconds since 1970).
CREATE TABLE host (
  host TEXT PRIMARY KEY,
  rest INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
