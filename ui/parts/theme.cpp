#include "ui/parts/theme.h"

#include <QApplication>
#include <QWidget>

#include <cmath>

namespace diakinisi::ui {

namespace {

struct Colours {
    QRgb window, base, alternate, text, button, buttonText, border, accent, accentText, link, quiet, toolTip;
};

QPalette paletteOf(const Colours& c)
{
    QPalette palette{QColor(c.button), QColor(c.window)};
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor(colour)); };
    set(QPalette::Window, c.window);
    set(QPalette::WindowText, c.text);
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.alternate);
    set(QPalette::Text, c.text);
    set(QPalette::Button, c.button);
    set(QPalette::ButtonText, c.buttonText);
    set(QPalette::BrightText, c.accentText);
    set(QPalette::Mid, c.border);
    set(QPalette::Highlight, c.accent);
    set(QPalette::HighlightedText, c.accentText);
    set(QPalette::Link, c.link);
    set(QPalette::LinkVisited, c.link);
    set(QPalette::PlaceholderText, c.quiet);
    set(QPalette::ToolTipBase, c.toolTip);
    set(QPalette::ToolTipText, c.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor(c.quiet));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(c.border));
    return palette;
}

double channel(int value)
{
    const double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.red()) + 0.7152 * channel(colour.green()) + 0.0722 * channel(colour.blue());
}

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

bool isStark(const QPalette& palette)
{
    return contrast(palette.color(QPalette::Base), palette.color(QPalette::Text)) > 20.9 &&
           palette.color(QPalette::Window) == palette.color(QPalette::Base);
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

QPalette lightPalette()
{
    return paletteOf({.window = 0xfff3f4f6,
                      .base = 0xffffffff,
                      .alternate = 0xffeef1f4,
                      .text = 0xff1b2126,
                      .button = 0xfff8f9fa,
                      .buttonText = 0xff1f272e,
                      .border = 0xffc3cad1,
                      .accent = 0xff1f5f8b,
                      .accentText = 0xffffffff,
                      .link = 0xff1b5a86,
                      .quiet = 0xff5c6771,
                      .toolTip = 0xfffffbe9});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0xff23272b,
                      .base = 0xff1a1d20,
                      .alternate = 0xff2a2f34,
                      .text = 0xffe5e8eb,
                      .button = 0xff30363c,
                      .buttonText = 0xffe5e8eb,
                      .border = 0xff4a525a,
                      .accent = 0xff2b6a98,
                      .accentText = 0xffffffff,
                      .link = 0xff86bfe6,
                      .quiet = 0xffa3adb6,
                      .toolTip = 0xff30363c});
}

QPalette contrastPalette()
{
    return paletteOf({.window = 0xff000000,
                      .base = 0xff2b2b2b,
                      .alternate = 0xff1c1c1c,
                      .text = 0xffffffff,
                      .button = 0xff3d3d3d,
                      .buttonText = 0xffffffff,
                      .border = 0xffffffff,
                      .accent = 0xffffe04d,
                      .accentText = 0xff000000,
                      .link = 0xffffe04d,
                      .quiet = 0xffdddddd,
                      .toolTip = 0xff000000});
}

Theme::Theme(QObject* parent)
    : QObject(parent),
      m_systemIsDark(isDark(QApplication::palette())),
      m_systemIsHighContrast(isStark(QApplication::palette()))
{
}

QStringList Theme::names()
{
    return {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")};
}

void Theme::use(const QString& name)
{
    m_name = names().contains(name) ? name : names().front();
    const bool system = m_name == u"system";
    if (m_name == u"contrast" || (system && m_systemIsHighContrast && m_systemIsDark))
        QApplication::setPalette(contrastPalette());
    else if (m_name == u"dark" || (system && m_systemIsDark))
        QApplication::setPalette(darkPalette());
    else
        QApplication::setPalette(lightPalette());
}

QColor Theme::alarm(const QPalette& palette)
{
    return isDark(palette) ? QColor(0xff, 0x8f, 0x85) : QColor(0xb1, 0x25, 0x1c);
}

QColor Theme::good(const QPalette& palette)
{
    return isDark(palette) ? QColor(0x7f, 0xd1, 0x9b) : QColor(0x1d, 0x6b, 0x3a);
}

QColor Theme::tinted(const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor red = alarm(palette);
    const auto mix = [](int a, int b) { return (a * 86 + b * 14) / 100; };
    return QColor(mix(base.red(), red.red()), mix(base.green(), red.green()), mix(base.blue(), red.blue()));
}

void Theme::setWrong(QWidget* field, bool wrong)
{
    QPalette own; // only what differs: the rest goes on following the application's
    if (wrong)
        own.setColor(QPalette::Base, tinted(QGuiApplication::palette()));
    field->setPalette(own);
}

QColor Theme::quiet(const QPalette& palette)
{
    return palette.color(QPalette::PlaceholderText);
}

} // namespace diakinisi::ui
