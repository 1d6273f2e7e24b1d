#include "pdf/info.h"

#include "pdf/form.h"
#include "pdf/revisions.h"

#include <QRegularExpression>

#include <set>

namespace diakinisi::pdf {

namespace {

constexpr std::size_t mostVisited = 200'000;
constexpr int deepestTree = 32;

/// "2b" from the XMP packet's pdfaid:part and pdfaid:conformance, as elements or as attributes.
QString pdfaClaim(const Document& document)
{
    const Value slot = document.catalog()["Metadata"];
    if (!slot.ref())
        return {};
    const Result<Object> stream = document.object(*slot.ref());
    const Result<QByteArray> packet = stream ? document.streamBytes(*stream, 1 << 20) : fail(stream.error());
    if (!packet)
        return {};
    const QString xmp = QString::fromUtf8(*packet);
    static const QRegularExpression part(QStringLiteral("pdfaid:part(?:>|\\s*=\\s*[\"'])\\s*([1-4])"));
    static const QRegularExpression level(QStringLiteral("pdfaid:conformance(?:>|\\s*=\\s*[\"'])\\s*([A-Za-z])"));
    return part.match(xmp).captured(1) + level.match(xmp).captured(1).toLower();
}

void readNames(const Document& document, const Value& node, int depth, std::set<Ref>& seen, QStringList& names)
{
    if (depth > deepestTree || names.size() > 10'000 || (node.ref() && !seen.insert(*node.ref()).second))
        return;
    const Dict dict = document.resolve(node).dict();
    const Array pairs = document.get(dict, "Names").array();
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        const Dict file = document.resolve(pairs[i + 1]).dict();
        const Value name = document.get(file, file.contains("UF") ? "UF" : "F");
        names += readTextString(name.text() ? name : document.resolve(pairs[i]));
    }
    for (const Value& kid : document.get(dict, "Kids").array())
        readNames(document, kid, depth + 1, seen, names);
}

/// Walks what hangs on the catalog and notes what acts by itself when the file is opened or touched.
class ActiveContentFinder
{
public:
    explicit ActiveContentFinder(const Document& document) : m_document(document) {}

    void walk(const Value& value)
    {
        m_waiting.push_back(value);
        while (!m_waiting.empty() && m_seen.size() < mostVisited) {
            const Value next = m_waiting.back();
            m_waiting.pop_back();
            if (const Ref* ref = next.ref()) {
                if (m_seen.insert(*ref).second)
                    push(m_document.resolve(next));
            } else {
                push(next);
            }
        }
    }

    std::set<QString> found;

private:
    void push(const Value& value)
    {
        for (const Value& item : value.array())
            keep(item);
        const Dict& dict = value.dict();
        for (const auto& [key, item] : dict.entries()) {
            for (const char* trigger : {"OpenAction", "AA", "JavaScript", "JS", "XFA"})
                if (key == trigger && !(key == "OpenAction" && m_document.resolve(item).isArray()))
                    found.insert(QString::fromLatin1(key));
            keep(item);
        }
        for (const char* action : {"Launch", "SubmitForm", "ImportData", "Rendition", "GoToR", "GoToE", "URI"})
            if (dict["S"].isName(action))
                found.insert(QString::fromLatin1(action));
        for (const char* annotation : {"RichMedia", "Screen", "Movie", "3D"})
            if (dict["Subtype"].isName(annotation))
                found.insert(QString::fromLatin1(annotation));
    }
    void keep(const Value& item)
    {
        if (item.ref() || item.isArray() || item.isDict())
            m_waiting.push_back(item);
    }

    const Document& m_document;
    std::set<Ref> m_seen;
    std::vector<Value> m_waiting;
};

void readForm(const Document& document, PdfInfo& info)
{
    for (const Field& field : readFields(document)) {
        if (field.type != "Sig")
            continue;
        ++info.signatureFields;
        info.signatures += document.resolve(field.value).dict().isEmpty() ? 0 : 1;
    }
}

} // namespace

Result<PdfInfo> readInfo(QIODevice& file)
{
    const Result<Document> document = Document::open(file, -1, Damaged::Repair);
    if (!document)
        return fail(document.error());
    PdfInfo info;
    info.version = document->version();
    info.length = document->length();
    info.encrypted = document->isEncrypted();
    info.repaired = document->isRepaired();
    const Result<std::vector<Revision>> revisions = readRevisions(*document);
    info.revisions = revisions && !info.repaired ? static_cast<int>(revisions->size()) : 0;
    if (const Done open = document->readable(); !open) {
        info.locked = open.error().cause;
        return info;
    }
    Result<std::vector<Page>> pages = readPages(*document);
    if (!pages)
        return fail(pages.error());
    info.pages = std::move(*pages);
    info.title = readTextString(document->get(document->get(document->trailer(), "Info").dict(), "Title"));
    info.pdfaClaim = pdfaClaim(*document);
    readForm(*document, info);
    std::set<Ref> seen;
    const Dict names = document->get(document->catalog(), "Names").dict();
    readNames(*document, names["EmbeddedFiles"], 0, seen, info.attachments);
    ActiveContentFinder finder(*document);
    finder.walk(document->trailer()["Root"]);
    info.activeContent = QStringList(finder.found.begin(), finder.found.end());
    return info;
}

} // namespace diakinisi::pdf
