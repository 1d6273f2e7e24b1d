#include "tests/shots/screens.h"

#include <QApplication>
#include <QProcess>
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

/// One language, one theme, one scale; a process of its own, for the scale is fixed when Qt starts.
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

int takeEveryRound(const QString& program, const QString& folder)
{
    const std::vector<Round> rounds{
        {QStringLiteral("el"), QStringLiteral("light"), 1},    {QStringLiteral("el"), QStringLiteral("dark"), 1},
        {QStringLiteral("en"), QStringLiteral("light"), 1},    {QStringLiteral("en"), QStringLiteral("dark"), 1},
        {QStringLiteral("el"), QStringLiteral("contrast"), 1}, {QStringLiteral("el"), QStringLiteral("light"), 2}};
    int failures = 0;
    for (const Round& round : rounds) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_FONT_DPI"), QString::number(qRound(96 * round.scale)));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(program, {folder, round.language, round.theme, QString::number(round.scale)});
        const bool done = process.waitForFinished(120'000) && process.exitCode() == 0;
        failures += done ? 0 : 1;
    }
    return failures;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2 && arguments.size() != 5) {
        std::fputs("diakinisi_shots FOLDER [LANGUAGE THEME SCALE]\n", stderr);
        return 2;
    }
    QDir folder(arguments[1]);
    if (!folder.mkpath(QStringLiteral(".")))
        return 2;
    if (arguments.size() == 5)
        return takeRound(folder, {arguments[2], arguments[3], arguments[4].toDouble()});
    const int failures = takeEveryRound(QApplication::applicationFilePath(), folder.absolutePath());
    std::printf("%lld pictures in %s\n", static_cast<long long>(folder.entryList({QStringLiteral("*.png")}).size()),
                qPrintable(folder.absolutePath()));
    return failures;
}
