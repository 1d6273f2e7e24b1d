#pragma once

struct sqlite3;

namespace diakinisi::storage {

/// Registers our FTS5 tokenizer as 'diakinisi' on a connection: gives each word's folded form and, at the same place,
/// its Snowball stem (Greek); of "12345/2026" the whole and its parts. False when this SQLite has no FTS5.
bool registerTokenizer(sqlite3* handle);

} // namespace diakinisi::storage
