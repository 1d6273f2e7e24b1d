#include "pdf/stamp.h"

#include "pdf/drawn_text.h"

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr double margin = 20;

Rect areaOn(const Page& page, const Font& font, const StampOptions& options)
{
    double width = 40;
    for (const QString& line : options.lines)
        width = std::max(width, font.width(line, options.fontSize) + 10);
    width = std::min(width, page.shownWidth() - 2 * margin);
    const double height = static_cast<double>(options.lines.size()) * options.fontSize * 1.25 + 6;
    const bool right = options.place == StampPlace::TopRight || options.place == StampPlace::BottomRight;
    const bool top = options.place == StampPlace::TopRight || options.place == StampPlace::TopLeft;
    return {right ? page.shownWidth() - margin - width : margin, top ? page.shownHeight() - margin - height : margin,
            width, height};
}

QByteArray points(const Array& numbers)
{
    QByteArray text;
    for (const Value& n : numbers) {
        n.write(text);
        text += ' ';
    }
    return text;
}

/// Draws the form so that it stands upright at `area` of the page as shown.
QByteArray placing(const Page& page, const Rect& area)
{
    const Rect at = page.fromShown(area);
    Array matrix{1, 0, 0, 1, at.x, at.y};
    if (page.rotation == 90)
        matrix = {0, 1, -1, 0, at.x + at.width, at.y};
    else if (page.rotation == 180)
        matrix = {-1, 0, 0, -1, at.x + at.width, at.y + at.height};
    else if (page.rotation == 270)
        matrix = {0, -1, 1, 0, at.x, at.y + at.height};
    return "q " + points(matrix) + "cm /DiakinisiStamp Do Q\n";
}

void stampPage(IncrementalUpdate& update, const Page& page, const Font& font, const StampOptions& options)
{
    const Document& document = update.document();
    const Rect area = areaOn(page, font, options);
    const TextBox box{area.width, area.height, options.lines, options.fontSize, true};
    const Ref form = addAppearance(update, font, box, 0);
    Dict dict = page.dict;
    Value inherited = dict["Resources"];
    Dict parent = dict;
    for (int up = 0; inherited.isNull() && up < 64 && parent.contains("Parent"); ++up) {
        parent = document.get(parent, "Parent").dict();
        inherited = parent["Resources"];
    }
    Dict resources = document.resolve(inherited).dict();
    Dict objects = document.get(resources, "XObject").dict();
    objects.set("DiakinisiStamp", form);
    resources.set("XObject", objects);
    dict.set("Resources", resources);
    const Value contents = document.get(dict, "Contents");
    Array streams{update.addStream({}, "q\n")};
    if (contents.isArray())
        streams.insert(streams.end(), contents.array().begin(), contents.array().end());
    else if (dict["Contents"].ref())
        streams.push_back(dict["Contents"]);
    streams.push_back(update.addStream({}, "\nQ\n" + placing(page, area)));
    dict.set("Contents", streams);
    update.set(page.ref, dict);
}

} // namespace

Done stampPrintCopy(QIODevice& from, QIODevice& to, const Font& font, const StampOptions& options)
{
    if (options.lines.isEmpty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("lines"));
    const Result<Document> document = Document::open(from);
    if (!document)
        return fail(document.error());
    const Result<std::vector<Page>> pages = readPages(*document);
    if (!pages)
        return fail(pages.error());
    IncrementalUpdate update(*document);
    for (const Page& page : *pages) {
        stampPage(update, page, font, options);
        if (!options.allPages)
            break;
    }
    return writeUpdated(*document, update.section(), to);
}

} // namespace diakinisi::pdf
