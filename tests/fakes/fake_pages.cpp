#include "tests/fakes/fake_pages.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

#include <memory>

namespace diakinisi::fakes {

namespace {

constexpr QSizeF a4{595, 842};
constexpr qreal margin = 62;

/// Laid out in points: the document's own device has 72 dots an inch.
std::unique_ptr<QTextDocument> layOut(const QString& html)
{
    auto document = std::make_unique<QTextDocument>();
    QFont font(QStringLiteral("Liberation Serif"));
    font.setPixelSize(12);
    document->setDefaultFont(font);
    document->setDocumentMargin(0);
    document->setHtml(html);
    document->setTextWidth(a4.width() - 2 * margin);
    return document;
}

} // namespace

QImage drawPage(const QString& html, int width)
{
    const double scale = width / a4.width();
    QImage image(width, qRound(a4.height() * scale), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    painter.translate(margin, margin);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    layOut(html)->documentLayout()->draw(&painter, context);
    return image;
}

std::vector<desk::DeskFiles::Word> wordsOf(const QString& html)
{
    static const QRegularExpression word(QStringLiteral("\\S+"));
    const auto document = layOut(html);
    std::vector<desk::DeskFiles::Word> words;
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const QRectF place = document->documentLayout()->blockBoundingRect(block);
        auto matches = word.globalMatch(block.text());
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QTextLine line = block.layout()->lineForTextPosition(static_cast<int>(match.capturedStart()));
            if (!line.isValid())
                continue;
            const qreal left = line.cursorToX(static_cast<int>(match.capturedStart()));
            const qreal right = line.cursorToX(static_cast<int>(match.capturedEnd()));
            words.push_back({match.captured(), QRectF(margin + place.left() + left, margin + place.top() + line.y(),
                                                      right - left, line.height())});
        }
    }
    return words;
}

} // namespace diakinisi::fakes
