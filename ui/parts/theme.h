#pragma once
#include <QObject>
#include <QPalette>

class QWidget;

namespace diakinisi::ui {

/// Light, dark and high contrast: one calm palette each with one accent colour. 'system' takes light or dark from the
/// palette that the platform gave at start.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);

    static QStringList names();
    /// "system", "light", "dark", "contrast"; anything else means system.
    void use(const QString& name);
    QString name() const { return m_name; }

    /// Red for what is late or broken, readable on the palette's base.
    static QColor alarm(const QPalette& palette);
    /// For what went well (a valid signature).
    static QColor good(const QPalette& palette);
    /// Quieter than text, still readable (4.5:1).
    static QColor quiet(const QPalette& palette);
    /// The ground of a field that has to be mended: base with a breath of red.
    static QColor tinted(const QPalette& palette);
    /// Gives a field that ground, or its own again.
    static void setWrong(QWidget* field, bool wrong);

private:
    QString m_name;
    bool m_systemIsDark;
    bool m_systemIsHighContrast;
};

/// The palettes themselves, for the test of their contrast.
QPalette lightPalette();
QPalette darkPalette();
QPalette contrastPalette();

/// Ratio of luminances as WCAG 2.2 counts it, 1 to 21.
double contrast(const QColor& a, const QColor& b);

} // namespace diakinisi::ui
