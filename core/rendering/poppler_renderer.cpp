#include "rendering/poppler_renderer.h"

#include "base/limits.h"
#include "rendering/wire.h"

#include <QDateTime>
#include <QFileInfo>

#include <poppler-qt6.h>

namespace diakinisi::rendering {

struct PopplerRenderer::Open {
    QString key; ///< what it was opened from, so that a file changed meanwhile is read anew
    QByteArray bytes;
    std::unique_ptr<Poppler::Document> document;

    Result<std::unique_ptr<Poppler::Page>> page(int number) const;
};

namespace {

constexpr qint64 headerWithin = 1024; // ISO 32000-1, annex H.3: where viewers look for %PDF-

struct Beginning {
    QString key;
    QByteArray bytes;
};

Result<Beginning> beginningOf(const PageSource& source)
{
    if (source.path.isEmpty())
        return Beginning{source.digest.hex(), source.bytes.left(headerWithin)};
    QFile file(source.path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, source.path, file.errorString());
    if (file.size() > limits::fileBytes)
        return fail(ErrorCode::FileTooLarge, source.path);
    const qint64 changed = QFileInfo(file).lastModified().toMSecsSinceEpoch();
    return Beginning{QStringLiteral("%1|%2|%3").arg(source.path).arg(file.size()).arg(changed),
                     file.read(headerWithin)};
}

QImage asked(QImage image, const RenderRequest& request)
{
    image.convertTo(request.gray ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    return image;
}

bool stopAsked(const QVariant& stop)
{
    return static_cast<const std::stop_token*>(stop.value<void*>())->stop_requested();
}

} // namespace

PopplerRenderer::PopplerRenderer()
{
    // What a broken file makes Poppler complain of belongs to nobody's log.
    Poppler::setDebugErrorFunction([](const QString&, const QVariant&) {}, {});
}

PopplerRenderer::~PopplerRenderer() = default;

Result<std::unique_ptr<Poppler::Page>> PopplerRenderer::Open::page(int number) const
{
    if (number < 0 || number >= document->numPages())
        return fail(ErrorCode::NotFound, QString::number(number));
    auto page = document->page(number);
    if (!page)
        return fail(ErrorCode::PdfBroken, QString::number(number));
    return page;
}

Done PopplerRenderer::open(const PageSource& source)
{
    auto beginning = beginningOf(source);
    if (!beginning)
        return fail(beginning.error());
    if (m_open && m_open->key == beginning->key)
        return {};
    m_open.reset();
    if (!beginning->bytes.contains("%PDF-"))
        return fail(ErrorCode::NotPdf, source.path);
    auto fresh = std::make_unique<Open>();
    fresh->key = beginning->key;
    fresh->bytes = source.bytes;
    fresh->document =
        source.path.isEmpty() ? Poppler::Document::loadFromData(fresh->bytes) : Poppler::Document::load(source.path);
    if (!fresh->document)
        return fail(ErrorCode::PdfBroken, source.path);
    if (fresh->document->isLocked())
        return fail(ErrorCode::PdfEncrypted, source.path);
    if (fresh->document->numPages() < 1)
        return fail(ErrorCode::PdfBroken, source.path, QStringLiteral("no page"));
    if (fresh->document->numPages() > mostPages)
        return fail(ErrorCode::LimitExceeded, source.path, QStringLiteral("%1 pages").arg(fresh->document->numPages()));
    fresh->document->setRenderHint(Poppler::Document::Antialiasing);
    fresh->document->setRenderHint(Poppler::Document::TextAntialiasing);
    m_open = std::move(fresh);
    return {};
}

Result<DocumentInfo> PopplerRenderer::inspect(const PageSource& source, std::stop_token stop)
{
    if (const Done opened = open(source); !opened)
        return fail(opened.error());
    DocumentInfo info;
    for (int number = 0; number < m_open->document->numPages(); ++number) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const auto page = m_open->page(number);
        if (!page)
            return fail(page.error());
        info.pages.push_back({(*page)->pageSizeF(), {}});
    }
    return info;
}

Result<QImage> PopplerRenderer::render(const PageSource& source, const RenderRequest& request, std::stop_token stop)
{
    if (const Done opened = open(source); !opened)
        return fail(opened.error());
    const auto page = m_open->page(request.page);
    if (!page)
        return fail(page.error());
    const QSizeF points = (*page)->pageSizeF();
    const auto size = pictureSize(request, points);
    if (!size)
        return fail(size.error());
    const int turns = ((request.quarterTurns % 4) + 4) % 4;
    const QSizeF turned = turns % 2 == 0 ? points : points.transposed();
    const QImage image =
        (*page)->renderToImage(size->width() * 72.0 / turned.width(), size->height() * 72.0 / turned.height(), 0, 0,
                               size->width(), size->height(), static_cast<Poppler::Page::Rotation>(turns), nullptr,
                               nullptr, stopAsked, QVariant::fromValue(static_cast<void*>(&stop)));
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (image.isNull())
        return fail(ErrorCode::PdfBroken, source.path, QStringLiteral("page %1 gave no picture").arg(request.page + 1));
    return asked(image, request);
}

Result<TextPage> PopplerRenderer::text(const PageSource& source, int number, std::stop_token stop)
{
    if (const Done opened = open(source); !opened)
        return fail(opened.error());
    const auto page = m_open->page(number);
    if (!page)
        return fail(page.error());
    TextPage text;
    text.size = (*page)->pageSizeF();
    const auto boxes =
        (*page)->textList(Poppler::Page::Rotate0, stopAsked, QVariant::fromValue(static_cast<void*>(&stop)));
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (boxes.size() > TextPage::mostWords)
        return fail(ErrorCode::LimitExceeded, source.path, QStringLiteral("%1 words").arg(boxes.size()));
    for (const auto& box : boxes)
        text.words.push_back({box->text(), box->boundingBox(), box->hasSpaceAfter(), box->nextWord() == nullptr});
    return text;
}

} // namespace diakinisi::rendering
