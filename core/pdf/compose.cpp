#include "pdf/compose.h"

#include "pdf/icc_profile.h"
#include "pdf/image_object.h"
#include "pdf/metadata.h"
#include "pdf/text_layer.h"

#include <QIODevice>

#include <cmath>

namespace diakinisi::pdf {

namespace {

constexpr double pointsAnInch = 72;
constexpr std::size_t pagesANode = 64;
const QByteArray imageName("Im");
const QByteArray fontName("Tx");

/// Four digits behind the point: a page of 20,000 pixels keeps its edge.
QByteArray pointsText(double value)
{
    return QByteArray::number(std::round(value * 10'000) / 10'000, 'g', 10);
}

Value points(double value)
{
    return Real{value, pointsText(value)};
}

QByteArray placed(double width, double height)
{
    return "q " + pointsText(width) + " 0 0 " + pointsText(height) + " 0 0 cm /" + imageName + " Do Q\n";
}

/// The words in points of the page: a text that was read at another size is drawn out to it.
TextPage fitted(const TextPage& text, QSizeF shown)
{
    if (text.size == shown || text.size.isEmpty())
        return {shown, text.words};
    TextPage result{shown, text.words};
    const double x = shown.width() / text.size.width();
    const double y = shown.height() / text.size.height();
    for (TextWord& word : result.words)
        word.box = QRectF(word.box.x() * x, word.box.y() * y, word.box.width() * x, word.box.height() * y);
    return result;
}

} // namespace

struct PageComposer::State {
    State(QIODevice& to, ComposeOptions given) : options(std::move(given)), writer(to) {}

    ComposeOptions options;
    ObjectWriter writer;
    Ref catalog;
    Ref tree;
    Ref fontRef;
    std::vector<Ref> nodes;
    std::vector<Array> kids; ///< of each node
    QStringList labels;
    InvisibleFont font;
    bool broken = false;

    Done writePage(const PageImage& page, const ImageFile& image, const TextPage& text);
    Done writeTree();
    Done writeCatalog();
    Value pageLabels() const;
};

PageComposer::PageComposer(std::unique_ptr<State> state) : m_state(std::move(state)) {}

PageComposer::~PageComposer() = default;

Result<std::unique_ptr<PageComposer>> PageComposer::begin(QIODevice& to, ComposeOptions options)
{
    auto state = std::make_unique<State>(to, std::move(options));
    if (const Done begun = state->writer.begin(); !begun)
        return fail(begun.error());
    state->catalog = state->writer.reserve();
    state->tree = state->writer.reserve();
    state->fontRef = state->writer.reserve();
    return std::unique_ptr<PageComposer>(new PageComposer(std::move(state)));
}

int PageComposer::pages() const
{
    return static_cast<int>(m_state->labels.size());
}

Done PageComposer::add(const ComposedPage& page)
{
    const QString place = QString::number(pages() + 1);
    if (m_state->broken)
        return fail(ErrorCode::FileUnwritable, {}, QStringLiteral("an earlier page could not be written"));
    if (!(page.image.dpi >= 30 && page.image.dpi <= 4800) || page.image.rotation % 90 != 0)
        return fail(ErrorCode::FieldInvalid, place, QStringLiteral("resolution or rotation"));
    const Result<ImageFile> image = readPageImage(page.image);
    if (!image)
        return fail(ErrorCode::ImageUnreadable, place, image.error().cause);
    if (m_state->options.pdfA && image->colours == 4)
        return fail(ErrorCode::NotSupported, place, QStringLiteral("CMYK in a file of sRGB"));
    const Done written = m_state->writePage(page.image, *image, page.text);
    m_state->broken = !written;
    if (written)
        m_state->labels.append(page.label);
    return written;
}

Done PageComposer::State::writePage(const PageImage& page, const ImageFile& image, const TextPage& text)
{
    const double width = image.width * pointsAnInch / page.dpi;
    const double height = image.height * pointsAnInch / page.dpi;
    const int rotation = (page.rotation % 360 + 360) % 360;
    const QSizeF shown = rotation % 180 == 0 ? QSizeF(width, height) : QSizeF(height, width);
    const QByteArray layer = textLayer(fitted(text, shown), rotation, fontName, font);
    if (nodes.empty() || kids.back().size() == pagesANode) {
        nodes.push_back(writer.reserve());
        kids.emplace_back();
    }
    const Ref sheet = writer.reserve();
    const Ref contents = writer.reserve();
    const Ref picture = writer.reserve();
    Dict resources{{"XObject", Dict{{imageName.constData(), picture}}}};
    if (!layer.isEmpty())
        resources.set("Font", Dict{{fontName.constData(), fontRef}});
    Dict dict{{"Type", Name{"Page"}},
              {"Parent", nodes.back()},
              {"MediaBox", Array{0, 0, points(width), points(height)}},
              {"Resources", resources},
              {"Contents", contents}};
    if (rotation != 0)
        dict.set("Rotate", rotation);
    Done done = writer.write(sheet, dict);
    if (done)
        done = writer.writeDeflated(contents, {}, placed(width, height) + layer);
    if (done)
        done = writer.writeStream(picture, imageDict(image), image.data);
    kids.back().push_back(sheet);
    return done;
}

Done PageComposer::State::writeTree()
{
    Array all;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        all.push_back(nodes[i]);
        const Done done = writer.write(nodes[i], Dict{{"Type", Name{"Pages"}},
                                                      {"Parent", tree},
                                                      {"Count", static_cast<std::int64_t>(kids[i].size())},
                                                      {"Kids", kids[i]}});
        if (!done)
            return done;
    }
    return writer.write(
        tree, Dict{{"Type", Name{"Pages"}}, {"Count", std::int64_t{labels.size()}}, {"Kids", std::move(all)}});
}

Value PageComposer::State::pageLabels() const
{
    Array numbers;
    const bool named = std::any_of(labels.begin(), labels.end(), [](const QString& label) { return !label.isEmpty(); });
    if (!named)
        numbers = {0, Dict{{"S", Name{"D"}}}};
    for (qsizetype i = 0; named && i < labels.size(); ++i) {
        numbers.push_back(std::int64_t{i});
        numbers.push_back(labels[i].isEmpty() ? Dict{{"S", Name{"D"}}, {"St", std::int64_t{i + 1}}}
                                              : Dict{{"P", textString(labels[i])}});
    }
    return Dict{{"Nums", numbers}};
}

Done PageComposer::State::writeCatalog()
{
    const Metadata metadata{options.title,    options.author,  options.identifier,
                            options.language, options.created, options.pdfA};
    const Ref xmp = writer.reserve();
    const Ref info = writer.reserve();
    Dict dict{{"Type", Name{"Catalog"}},
              {"Pages", tree},
              {"Metadata", xmp},
              {"PageLabels", pageLabels()},
              {"Lang", textString(options.language)}};
    if (!options.title.isEmpty())
        dict.set("ViewerPreferences", Dict{{"DisplayDocTitle", true}});
    Done done = writer.writeStream(xmp, Dict{{"Type", Name{"Metadata"}}, {"Subtype", Name{"XML"}}}, xmpOf(metadata));
    if (done)
        done = writer.write(info, informationOf(metadata));
    if (done && options.pdfA) {
        const Ref profile = writer.reserve();
        dict.set("OutputIntents", Array{Dict{{"Type", Name{"OutputIntent"}},
                                             {"S", Name{"GTS_PDFA1"}},
                                             {"OutputConditionIdentifier", Text{"sRGB"}},
                                             {"Info", Text{"sRGB IEC61966-2.1"}},
                                             {"DestOutputProfile", profile}}});
        done = writer.writeDeflated(profile, Dict{{"N", 3}}, srgbProfile());
    }
    if (done)
        done = writer.write(catalog, dict);
    return done ? writer.finish(catalog, info) : done;
}

Done PageComposer::finish()
{
    if (m_state->labels.isEmpty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("pages"));
    if (m_state->broken)
        return fail(ErrorCode::FileUnwritable, {}, QStringLiteral("a page could not be written"));
    // Reserved before the first page; an empty object where no page has text.
    Done done = m_state->font.isUsed() ? m_state->font.write(m_state->writer, m_state->fontRef)
                                       : m_state->writer.write(m_state->fontRef, Value());
    if (done)
        done = m_state->writeTree();
    return done ? m_state->writeCatalog() : done;
}

Done composePages(const std::vector<PageImage>& images, QIODevice& to, const ComposeOptions& options)
{
    if (images.empty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("images"));
    auto composer = PageComposer::begin(to, options);
    if (!composer)
        return fail(composer.error());
    for (const PageImage& image : images)
        if (const Done added = (*composer)->add({image}); !added)
            return added;
    return (*composer)->finish();
}

} // namespace diakinisi::pdf
