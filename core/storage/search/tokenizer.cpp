#include "storage/search/tokenizer.h"

#include "storage/search/word_scanner.h"

#include <libstemmer.h>
#include <sqlite3.h>

#include <memory>
#include <new>

namespace diakinisi::storage {

namespace {

/// What FTS5 holds for each table that uses the tokenizer; one connection, so one thread at a time.
struct Tokenizer {
    sb_stemmer* stemmer = sb_stemmer_new("greek", "UTF_8");
    ~Tokenizer() { sb_stemmer_delete(stemmer); }
    Tokenizer() = default;
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;
};

using Emit = int (*)(void* context, int flags, const char* token, int bytes, int begin, int end);

/// Hands the tokens of one word on, all at one place.
struct Out {
    void* context;
    Emit emit;
    const ScannedWord& word;
    int place = 0; ///< 0 for the first token, then FTS5_TOKEN_COLOCATED

    int operator()(QByteArrayView token)
    {
        const int code = emit(context, place, token.data(), static_cast<int>(token.size()), word.begin, word.end);
        place = FTS5_TOKEN_COLOCATED;
        return code;
    }
};

/// Snowball leaves 'οικονομικ' of οικονομικός but 'οικονομ' of οικονομικού, 'υπηρεσι' of υπηρεσίας but 'υπηρεσ' of
/// υπηρεσία: these two endings go everywhere, so that all forms meet.
QByteArrayView withoutUnsteadyEnd(QByteArrayView stem)
{
    constexpr qsizetype letter = 2;         // bytes of a Greek letter
    constexpr qsizetype least = 3 * letter; // what must be left
    for (const QByteArrayView end : {QByteArrayView("ικ"), QByteArrayView("ι")})
        if (stem.endsWith(end) && stem.size() - end.size() >= least)
            return stem.chopped(end.size());
    return stem;
}

QByteArrayView stemOf(Tokenizer& tokenizer, const QByteArray& form)
{
    const auto* stem = sb_stemmer_stem(tokenizer.stemmer, reinterpret_cast<const sb_symbol*>(form.constData()),
                                       static_cast<int>(form.size()));
    if (!stem)
        return {};
    return withoutUnsteadyEnd({reinterpret_cast<const char*>(stem), sb_stemmer_length(tokenizer.stemmer)});
}

/// The parts of a number chain and its ends: of "12/345/2026" also "345/2026".
int emitPieces(Out& out)
{
    const auto& pieces = out.word.pieces;
    for (const QByteArray& piece : pieces)
        if (const int code = out(piece); code != SQLITE_OK)
            return code;
    for (std::size_t from = 1; from + 1 < pieces.size(); ++from) {
        QByteArray end = pieces[from];
        for (std::size_t i = from + 1; i < pieces.size(); ++i)
            end += '/' + pieces[i];
        if (const int code = out(end); code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

int emitWord(Tokenizer& tokenizer, Out& out, int flags)
{
    const ScannedWord& word = out.word;
    if (const int code = out(word.form); code != SQLITE_OK)
        return code;
    if (flags & FTS5_TOKENIZE_PREFIX)
        return SQLITE_OK;
    if (!word.pieces.empty())
        return flags & FTS5_TOKENIZE_QUERY ? SQLITE_OK : emitPieces(out); // a query asks for the whole number
    if (!word.greek)
        return SQLITE_OK;
    const QByteArrayView stem = stemOf(tokenizer, word.form);
    return stem.isEmpty() || stem == word.form ? SQLITE_OK : out(stem);
}

int tokenize(Fts5Tokenizer* self, void* context, int flags, const char* text, int bytes, Emit emit)
{
    auto& tokenizer = *reinterpret_cast<Tokenizer*>(self);
    if (!text || bytes <= 0)
        return SQLITE_OK;
    WordScanner scanner(QByteArrayView(text, bytes));
    ScannedWord word;
    while (scanner.next(word)) {
        Out out{context, emit, word};
        if (const int code = emitWord(tokenizer, out, flags); code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

int create(void*, const char**, int, Fts5Tokenizer** self)
{
    auto made = std::unique_ptr<Tokenizer>(new (std::nothrow) Tokenizer);
    if (!made || !made->stemmer)
        return SQLITE_NOMEM;
    *self = reinterpret_cast<Fts5Tokenizer*>(made.release());
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer* self)
{
    delete reinterpret_cast<Tokenizer*>(self);
}

fts5_api* apiOf(sqlite3* handle)
{
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

} // namespace

bool registerTokenizer(sqlite3* handle)
{
    fts5_api* api = apiOf(handle);
    if (!api)
        return false;
    fts5_tokenizer functions{&create, &destroy, &tokenize};
    return api->xCreateTokenizer(api, "diakinisi", nullptr, &functions, nullptr) == SQLITE_OK;
}

} // namespace diakinisi::storage
