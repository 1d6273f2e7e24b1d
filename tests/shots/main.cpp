#include "tests/shots/screens.h"

#include <QApplication>
#include <QStyleFactory>
#include <QTemporaryDir>

#include <cstdio>

using namespace diakinisi;

namespace {

struct Round {
    QString language;
    QString theme;
    double scale = 1;
};

int takeRound(const QDir& folder, const Round& round)
{
    ui::Language language;
    language.use(round.language);
    ui::Theme theme;
    theme.use(round.theme);
    const QTemporaryDir preferences;
    shots::Stage stage(preferences.filePath(QStringLiteral("preferences.ini")), language, theme);
    const QString percent = round.scale > 1 ? QStringLiteral("-%1").arg(qRound(round.scale * 100)) : QString();
    const QString prefix = round.language + u'-' + round.theme + percent;
    return shots::takeAll(stage, folder, prefix, QSize(1280, 800)) ? 0 : 1;
}

} // namespace

/// One language, one theme, one scale; a process of its own, for the scale is fixed when Qt starts.
int main(int argc, char** argv)
{
    const double scale = argc == 5 ? QByteArray(argv[4]).toDouble() : 0;
    if (scale < 1 || scale > 4) {
        std::fputs("diakinisi_shots FOLDER LANGUAGE THEME SCALE\n", stderr);
        return 2;
    }
    qputenv("QT_FONT_DPI", QByteArray::number(qRound(96 * scale)));
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments[1]);
    if (!folder.mkpath(QStringLiteral(".")))
        return 2;
    return takeRound(folder, {arguments[2], arguments[3], scale});
}
