#pragma once
#include "base/result.h"
#include "pdf/byte_source.h"
#include "pdf/value.h"
#include "pdf/xref.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QIODevice;

namespace diakinisi::pdf {

/// An indirect object as it stands in the file.
struct Object {
    Value value;
    std::int64_t at = -1; ///< where "N G obj" begins in the file; -1 inside an object stream
    std::int64_t valueAt =
        -1;                   ///< where the bytes that `value`'s Text::at counts from begin; -1 inside an object stream
    std::int64_t dataAt = -1; ///< where the stream's bytes begin; -1 when it is no stream
    Ref ref{};                ///< whose it is

    bool isStream() const { return dataAt >= 0; }
};

/// What is to happen with a file whose cross-reference does not hold.
enum class Damaged {
    Refuse, ///< PdfBroken
    Repair  ///< the objects are looked for; the document says so, and nothing may be appended to it
};

class Security;

/// A PDF file opened for reading, as of its last revision or (with `length`) as of an earlier one. Reads from the
/// device what is asked for; holds the cross-reference and a bounded cache. An encrypted file that opens with the empty
/// password is read in clear; any other opens, but readable() says why its strings and streams cannot be read.
class Document
{
public:
    /// Errors: NotPdf, PdfBroken, FileUnreadable, LimitExceeded. The device must be random-access, open, and outlive
    /// this. What judges signatures must not repair.
    static Result<Document> open(QIODevice& device, std::int64_t length = -1, Damaged damaged = Damaged::Refuse);
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    std::int64_t length() const;
    const ByteSource& source() const;
    /// "1.7"; the catalog's Version where it is higher than the header's.
    QString version() const;
    bool isEncrypted() const;
    /// PdfEncrypted with the cause when strings and streams cannot be read.
    Done readable() const;
    /// Of an encrypted file that can be read; else null.
    const Security* security() const;
    /// Its cross-reference was damaged: sections() and revisions are not the file's own.
    bool isRepaired() const;
    const Dict& trailer() const;
    /// Newest first.
    const std::vector<XrefSection>& sections() const;
    std::int64_t startXref() const;
    /// Bytes before "%PDF-", which offsets inside the file do not count.
    std::int64_t headerShift() const;
    /// The least number above all that are in use.
    std::int32_t nextNumber() const;

    /// By number, the newest of each.
    const std::vector<XrefEntry>& entries() const;
    std::optional<XrefEntry> entry(std::int32_t number) const;
    /// PdfBroken when what the cross-reference says is not there; a null object when it names none.
    Result<Object> object(Ref ref) const;
    /// Follows references (32 at most); null for what is missing or broken.
    Value resolve(const Value& value) const;
    /// resolve(dict[key]).
    Value get(const Dict& dict, QByteArrayView key) const { return resolve(dict[key]); }
    Dict catalog() const { return get(trailer(), "Root").dict(); }

    /// The raw bytes of a stream; its length from /Length, checked against what follows (in a repaired file: up to
    /// "endstream").
    Result<std::int64_t> streamLength(const Object& stream) const;
    /// The stream's bytes with its filters undone; LimitExceeded when they are more than `limit`.
    Result<QByteArray> streamBytes(const Object& stream, std::int64_t limit) const;

private:
    struct State;
    explicit Document(std::unique_ptr<State> state);
    static Result<Document> fromChain(const ByteSource& source, std::int64_t shift, const QString& version,
                                      XrefChain chain);
    static Result<Document> fromScan(const ByteSource& source, std::int64_t shift, const QString& version);
    void addFromObjectStreams(const std::vector<Ref>& streams);
    void openSecurity();
    Done checkCatalog();
    std::unique_ptr<State> m_state;
};

} // namespace diakinisi::pdf
