#include "ui/parts/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

#include <array>

namespace diakinisi::ui {

namespace {

/// What resources/icons renders: the side in pixels and the file.
constexpr std::array<std::pair<int, const char*>, 6> renderings{{{16, ":/icons/16/%1.png"},
                                                                 {24, ":/icons/24/%1.png"},
                                                                 {32, ":/icons/16/%1@2x.png"},
                                                                 {48, ":/icons/24/%1@2x.png"},
                                                                 {48, ":/icons/16/%1@3x.png"},
                                                                 {72, ":/icons/24/%1@3x.png"}}};

QString fileOf(const QString& name, std::size_t rendering)
{
    return QString::fromLatin1(renderings[rendering].second).arg(name);
}

QColor tintOf(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::ButtonText);
}

/// Takes the shape from the PNG's alpha and the colour from the palette, at paint time.
class TintedEngine final : public QIconEngine
{
public:
    explicit TintedEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        const QPixmap pixmap = scaledPixmap(rect.size() * scale, mode, state, scale);
        painter->drawPixmap(rect, pixmap);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `size` is in device pixels.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QImage shape = shapeFor(size).scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        shape = shape.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&shape);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(shape.rect(), tintOf(mode));
        painter.end();
        QPixmap pixmap = QPixmap::fromImage(shape);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine* clone() const override { return new TintedEngine(m_name); }

private:
    /// The smallest picture that is not smaller than wanted, else the largest.
    QImage shapeFor(const QSize& wanted) const
    {
        std::size_t best = renderings.size() - 1;
        for (std::size_t i = renderings.size(); i-- > 0;)
            if (renderings[i].first >= qMin(wanted.width(), wanted.height()))
                best = i;
        QImage shape(fileOf(m_name, best));
        shape.setDevicePixelRatio(1); // "@2x" in the name sets it
        return shape;
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString& name)
{
    return QFile::exists(fileOf(name, 0)) ? QIcon(new TintedEngine(name)) : QIcon();
}

} // namespace diakinisi::ui
