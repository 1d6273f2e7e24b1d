#include "scanning/escl_reader.h"

#include <QXmlStreamReader>

namespace diakinisi::scanning::escl {

namespace {

constexpr qsizetype mostLevels = 32;
constexpr int mostElements = 20'000;
constexpr qsizetype longestText = 1'000;

tl::unexpected<Error> malformed(const QString& why)
{
    return fail(ErrorCode::ScannerFailed, {}, QStringLiteral("the device's XML: ") + why);
}

} // namespace

Done readLeaves(const QByteArray& xml, QStringView root, const std::function<void(const Leaf&)>& leaf)
{
    QXmlStreamReader reader(xml);
    reader.setEntityExpansionLimit(0);
    Leaf open;
    bool hasChildren = false;
    for (int elements = 0; !reader.atEnd();) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
            return malformed(QStringLiteral("it has a DTD"));
        case QXmlStreamReader::StartElement:
            open.path.append(reader.name().toString());
            open.text.clear();
            hasChildren = false;
            if (open.path.front() != root || open.path.size() > mostLevels || ++elements > mostElements)
                return malformed(QStringLiteral("another root, too deep or too much"));
            break;
        case QXmlStreamReader::Characters:
            open.text += reader.text();
            if (open.text.size() > longestText)
                return malformed(QStringLiteral("too long a text"));
            break;
        case QXmlStreamReader::EndElement:
            if (!hasChildren) {
                open.name = open.path.back();
                open.text = open.text.trimmed();
                leaf(open);
            }
            hasChildren = true; // the one around it has
            open.path.removeLast();
            open.text.clear();
            break;
        default:
            break;
        }
    }
    return reader.hasError() ? Done(malformed(reader.errorString())) : Done();
}

} // namespace diakinisi::scanning::escl
