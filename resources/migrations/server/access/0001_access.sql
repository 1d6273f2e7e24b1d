-- Who opened which restricted document, and when. Apart from the ledger: reading is no act. Rows are only ever added.

CREATE TABLE accesses (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    at       INTEGER NOT NULL,
    person   BLOB    NOT NULL,
    device   BLOB    NOT NULL,
    document BLOB    NOT NULL,
    what     TEXT    NOT NULL,
    file     BLOB
);
CREATE INDEX accesses_by_document ON accesses (document, number);
