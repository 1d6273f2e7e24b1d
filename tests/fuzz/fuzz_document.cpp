#include "pdf/form.h"
#include "pdf/incremental_update.h"
#include "pdf/info.h"
#include "pdf/place_mark.h"
#include "pdf/rewrite.h"

#include "fuzzed.h"

using namespace diakinisi;
using namespace diakinisi::pdf;

// Everything that reads a PDF file, as it is and repaired: revisions, pages, fields, streams, encryption, rewriting.
namespace {

constexpr std::int64_t largestStream = 1 << 20;

void readStreams(const Document& document)
{
    int looked = 0;
    for (const XrefEntry& entry : document.entries()) {
        if (entry.kind != XrefEntry::Kind::InFile || ++looked > 200)
            continue;
        const Result<Object> object = document.object({entry.number, entry.generation});
        if (object && object->isStream())
            static_cast<void>(document.streamBytes(*object, largestStream));
    }
}

void append(const Document& document, const Page& page)
{
    IncrementalUpdate update(document);
    const Ref field = update.add(Dict{{"T", Text{"x"}}});
    addField(update, {field, page.ref, true});
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    static_cast<void>(writeUpdated(document, update.section(), to));
}

void read(const QByteArray& bytes, Damaged damaged)
{
    fuzzed::File file(bytes);
    const Result<Document> document = Document::open(file, -1, damaged);
    if (!document)
        return;
    static_cast<void>(readRevisions(*document));
    static_cast<void>(readFields(*document));
    static_cast<void>(permissionOf(*document));
    readStreams(*document);
    const Result<std::vector<Page>> pages = readPages(*document);
    if (!pages)
        return;
    static_cast<void>(annotationsOn(*document, pages->back()));
    static_cast<void>(findEmptySignatureField(*document, *pages));
    append(*document, pages->front());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = fuzzed::bytes(data, size);
    read(bytes, Damaged::Refuse);
    read(bytes, Damaged::Repair);
    fuzzed::File file(bytes);
    static_cast<void>(readInfo(file));
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    static_cast<void>(rewritePdf(file, to));
    return 0;
}
