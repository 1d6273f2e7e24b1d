-- The server's ledger and the views that are written in the same transaction as its events.

-- One row: whose ledger this is.
CREATE TABLE ledger (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    ledger BLOB    NOT NULL,
    epoch  INTEGER NOT NULL
);

-- The organisation as of `position`, as JSON: read once at start.
CREATE TABLE organisation (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL,
    state    BLOB    NOT NULL
);

-- The state of each document as of its last event.
CREATE TABLE documents (
    key      INTEGER PRIMARY KEY,
    id       BLOB    NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    state    BLOB    NOT NULL
);

-- The chain: records in canonical bytes, forwarded as they are.
CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (key),
    at       INTEGER NOT NULL,
    hash     BLOB    NOT NULL,
    record   BLOB    NOT NULL
);
CREATE INDEX events_by_document ON events (document, position);

CREATE TABLE principals (
    key  INTEGER PRIMARY KEY,
    name TEXT    NOT NULL UNIQUE
);

-- Who may see a document: from one position on, up to (not including) another.
CREATE TABLE grants (
    document      INTEGER NOT NULL REFERENCES documents (key),
    principal     INTEGER NOT NULL REFERENCES principals (key),
    from_position INTEGER NOT NULL,
    to_position   INTEGER,
    PRIMARY KEY (document, principal, from_position)
) WITHOUT ROWID;
CREATE INDEX grants_by_principal ON grants (principal, from_position, document) WHERE to_position IS NULL;
CREATE INDEX grants_ended ON grants (to_position) WHERE to_position IS NOT NULL;

-- As whom a person sees, likewise.
CREATE TABLE memberships (
    person        BLOB    NOT NULL,
    principal     INTEGER NOT NULL REFERENCES principals (key),
    from_position INTEGER NOT NULL,
    to_position   INTEGER,
    PRIMARY KEY (person, principal, from_position)
) WITHOUT ROWID;

-- The first answer to every command; `problem` is set when it was refused.
CREATE TABLE commands (
    id             BLOB    PRIMARY KEY,
    digest         BLOB    NOT NULL,
    person         BLOB    NOT NULL,
    first_position INTEGER NOT NULL,
    event_count    INTEGER NOT NULL,
    problem        BLOB
) WITHOUT ROWID;

-- The last number given in each series and year.
CREATE TABLE counters (
    series TEXT    NOT NULL,
    year   INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (series, year)
) WITHOUT ROWID;

-- The book by number.
CREATE TABLE register_rows (
    series   TEXT    NOT NULL,
    year     INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (key),
    state    TEXT    NOT NULL,
    legal_at INTEGER NOT NULL,
    date     TEXT    NOT NULL,
    PRIMARY KEY (series, year, number)
) WITHOUT ROWID;

-- Files whose bytes are all here.
CREATE TABLE files (
    digest BLOB    PRIMARY KEY,
    size   INTEGER NOT NULL,
    at     INTEGER NOT NULL
) WITHOUT ROWID;

-- Who has sent all bytes of a file: he may refer to it by its digest.
CREATE TABLE uploaders (
    person BLOB NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (person, digest)
) WITHOUT ROWID;

-- Which document refers to which file, by whose act. `entitled`: that person had sent the bytes or could read them.
CREATE TABLE file_refs (
    digest   BLOB    NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (key),
    person   BLOB    NOT NULL,
    entitled INTEGER NOT NULL,
    PRIMARY KEY (digest, document, person)
) WITHOUT ROWID;

-- Renditions whose derivation has still to be judged, now that all bytes are here.
CREATE TABLE judgements_due (
    document INTEGER NOT NULL REFERENCES documents (key),
    digest   BLOB    NOT NULL,
    former   BLOB    NOT NULL,
    PRIMARY KEY (document, digest)
) WITHOUT ROWID;
