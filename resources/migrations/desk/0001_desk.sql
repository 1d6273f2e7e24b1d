-- The store of one desk: what the server confirmed, what waits in the outbox, and the views folded from both.
-- Ids are the 16 bytes of a UUID, digests 32 bytes, moments milliseconds since 1970, enums the number of their word.

CREATE TABLE profile (
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a visible document; `row` grows with its time of creation, so that search finds the newest first.
CREATE TABLE document (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    series TEXT,
    year INTEGER,
    number INTEGER,
    number_state INTEGER NOT NULL,
    direction INTEGER NOT NULL,
    subject TEXT NOT NULL,
    parties TEXT NOT NULL,
    unit BLOB,
    holder BLOB,
    at INTEGER NOT NULL,
    local_date TEXT NOT NULL,
    due_date TEXT,
    purpose INTEGER NOT NULL,
    route_state INTEGER NOT NULL,
    restricted INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    has_signature INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    lists INTEGER NOT NULL,      -- bit n: it stands in list n (storage/views.h)
    open INTEGER NOT NULL,       -- 0, or what of the organisation can change its lists (storage/row_columns.h)
    book_order INTEGER NOT NULL, -- by year and number; what awaits a number comes last
    twin TEXT                    -- the sender's number and date, folded
) STRICT;
CREATE INDEX document_for_action ON document(at) WHERE lists & 1;
CREATE INDEX document_for_approval ON document(at) WHERE lists & 2;
CREATE INDEX document_for_information ON document(at) WHERE lists & 4;
CREATE INDEX document_unassigned ON document(at) WHERE lists & 8;
CREATE INDEX document_book ON document(at) WHERE lists & 16;
CREATE INDEX document_book_order ON document(book_order) WHERE lists & 16;
CREATE INDEX document_drafts ON document(at) WHERE lists & 32;
CREATE INDEX document_outgoing ON document(at) WHERE lists & 64;
CREATE INDEX document_open ON document(open) WHERE open;
CREATE INDEX document_number ON document(number, year) WHERE number IS NOT NULL;
CREATE INDEX document_restricted ON document(id) WHERE restricted;
CREATE INDEX document_twin ON document(twin) WHERE twin IS NOT NULL;

-- The states of a document as canonical JSON. base: the server's snapshot. confirmed: with later confirmed events folded in,
-- when there are any. view: with what waits folded in, when anything does.
CREATE TABLE document_state (
    row INTEGER PRIMARY KEY REFERENCES document(row) ON DELETE CASCADE,
    base BLOB,
    base_epoch INTEGER NOT NULL DEFAULT 0,
    base_seq INTEGER NOT NULL DEFAULT 0,
    confirmed BLOB,
    confirmed_epoch INTEGER NOT NULL DEFAULT 0,
    confirmed_seq INTEGER NOT NULL DEFAULT 0,
    view BLOB,
    stale INTEGER NOT NULL DEFAULT 0 -- not seen again since the ledger was rewound
) STRICT;
CREATE INDEX document_state_stale ON document_state(row) WHERE stale;

-- How many rows stand in each list, kept by the triggers below, so that counting never reads the documents.
CREATE TABLE list_count (
    list INTEGER PRIMARY KEY,
    total INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO list_count(list) VALUES (0), (1), (2), (3), (4), (5), (6);

CREATE TRIGGER document_added AFTER INSERT ON document WHEN new.lists <> 0 BEGIN
    UPDATE list_count SET total = total + 1, unread = unread + new.unread WHERE (new.lists >> list) & 1;
END;
CREATE TRIGGER document_removed AFTER DELETE ON document WHEN old.lists <> 0 BEGIN
    UPDATE list_count SET total = total - 1, unread = unread - old.unread WHERE (old.lists >> list) & 1;
END;
CREATE TRIGGER document_changed AFTER UPDATE OF lists, unread ON document
WHEN new.lists <> old.lists OR new.unread <> old.unread BEGIN
    UPDATE list_count SET total = total + ((new.lists >> list) & 1) - ((old.lists >> list) & 1),
        unread = unread + ((new.lists >> list) & 1) * new.unread - ((old.lists >> list) & 1) * old.unread
    WHERE ((new.lists | old.lists) >> list) & 1;
END;

-- Confirmed events, records as they came.
CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    document BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    record BLOB NOT NULL,
    handback INTEGER NOT NULL DEFAULT 0 -- confirmed before a rewinding, not come again since
) STRICT;
CREATE INDEX event_of_document ON event(document, epoch, seq);
CREATE INDEX event_handback ON event(epoch, seq) WHERE handback;

-- Commands that wait for the server (state 0), or that it refused (1) and that wait for the person.
CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL,
    document BLOB NOT NULL,
    group_id BLOB,
    command BLOB NOT NULL,
    at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    fits INTEGER NOT NULL DEFAULT 1, -- 0: left out of the views, since what was confirmed leaves no room for it
    root BLOB,                       -- refused: the command whose refusal led to it
    reason TEXT,
    reason_subject TEXT,
    reason_cause TEXT
) STRICT;
CREATE INDEX outbox_document ON outbox(document);
CREATE INDEX outbox_group ON outbox(group_id) WHERE group_id IS NOT NULL;
CREATE INDEX outbox_root ON outbox(root) WHERE root IS NOT NULL;
CREATE TABLE outbox_after (
    command BLOB NOT NULL REFERENCES outbox(id) ON DELETE CASCADE,
    needed BLOB NOT NULL,
    PRIMARY KEY (command, needed)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_after_needed ON outbox_after(needed);
CREATE TABLE outbox_file (
    command BLOB NOT NULL REFERENCES outbox(id) ON DELETE CASCADE,
    digest BLOB NOT NULL,
    PRIMARY KEY (command, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_file_digest ON outbox_file(digest);
-- What was refused and put away by the person: kept to be read, never sent.
CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    command BLOB NOT NULL,
    reason TEXT,
    dismissed_at INTEGER NOT NULL
) STRICT;

-- Files: here (bytes in the file store), own (made here, not yet at the server), pending (to be uploaded), wanted (order of
-- the wish), doomed (bytes to be deleted).
CREATE TABLE file (
    digest BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    here INTEGER NOT NULL DEFAULT 0,
    own INTEGER NOT NULL DEFAULT 0,
    pending INTEGER NOT NULL DEFAULT 0,
    upload TEXT NOT NULL DEFAULT '',
    wanted INTEGER NOT NULL DEFAULT 0,
    doomed INTEGER NOT NULL DEFAULT 0,
    used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX file_pending ON file(pending) WHERE pending;
CREATE INDEX file_wanted ON file(wanted) WHERE wanted;
CREATE INDEX file_doomed ON file(doomed) WHERE doomed;
CREATE INDEX file_used ON file(used_at) WHERE here;
CREATE TABLE document_file (
    document BLOB NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (document, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_file_digest ON document_file(digest);
CREATE TABLE pin (
    digest BLOB NOT NULL,
    document BLOB NOT NULL,
    PRIMARY KEY (digest, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX pin_document ON pin(document);

-- Search: the text stays in a table of its own, so that a withdrawal can take it out of the index again.
CREATE TABLE search_text (
    row INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5(text, content='search_text', content_rowid='row', tokenize='diakinisi',
    prefix='2 3', detail=none, columnsize=0);
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
    INSERT INTO search(rowid, text) VALUES (new.row, new.text);
END;
CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', old.row, old.text);
END;
CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', old.row, old.text);
    INSERT INTO search(rowid, text) VALUES (new.row, new.text);
END;

-- What the desk remembers for its person's comfort.
CREATE TABLE form_draft (
    id BLOB PRIMARY KEY,
    saved_at INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE chosen (
    what TEXT PRIMARY KEY,
    count INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE key_file (
    path TEXT PRIMARY KEY,
    about BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE seen (
    digest BLOB PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE party (
    name TEXT NOT NULL,
    kind INTEGER NOT NULL,
    folded TEXT NOT NULL, -- with a space before each word
    count INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (name, kind)
) STRICT, WITHOUT ROWID;
