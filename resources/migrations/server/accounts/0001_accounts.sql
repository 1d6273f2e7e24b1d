-- Who may sign in, from which machines, and who is signed in. Apart from the ledger: secrets are no events.

CREATE TABLE passwords (
    person  BLOB    PRIMARY KEY,
    hash    TEXT    NOT NULL,
    changed INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE devices (
    id      BLOB    PRIMARY KEY,
    name    TEXT    NOT NULL,
    secret  BLOB    NOT NULL,
    made_by BLOB    NOT NULL,
    made    INTEGER NOT NULL,
    revoked INTEGER
) WITHOUT ROWID;

CREATE TABLE sessions (
    token   BLOB    PRIMARY KEY,
    person  BLOB    NOT NULL,
    device  BLOB    NOT NULL REFERENCES devices (id),
    began   INTEGER NOT NULL,
    expires INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_by_person ON sessions (person);
CREATE INDEX sessions_by_device ON sessions (device);
CREATE INDEX sessions_by_expiry ON sessions (expires);
