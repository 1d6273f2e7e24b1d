#include "desk/open_desk.h"
#include "desktop/options.h"
#include "ui/parts/preferences.h"
#include "ui/parts/theme.h"
#include "ui/shell/shell.h"
#include "ui/texts/language.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QStyleFactory>

using namespace diakinisi;

namespace {

/// The desk of this server and person, with what lies beside the program.
ui::OpenDesk deskOpener(const desktop::Options& options)
{
    return [options](const QUrl& server, const QString& login) -> Result<std::unique_ptr<desk::Desk>> {
        const QDir programs(QCoreApplication::applicationDirPath());
        desk::DeskSettings settings;
        settings.folder = desktop::profileFolder(options, server, login);
        settings.server = server;
        settings.caFile = options.caFile;
        settings.trustFolder = options.trustFolder;
        settings.tokenModules = options.tokenModules;
        settings.workerProgram = programs.filePath(QStringLiteral("diakinisi-worker"));
        settings.fontFolder = QStringLiteral("/usr/share/fonts/truetype/dejavu");
        if (const QString own = programs.filePath(QStringLiteral("fonts")); QDir(own).exists())
            settings.fontFolder = own;
        return desk::openDesk(settings);
    };
}

QIcon programIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/app/%1.png").arg(size), QSize(size, size));
    return icon;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("diakinisi"));
    QApplication::setApplicationVersion(QStringLiteral(DIAKINISI_VERSION));
    QApplication::setWindowIcon(programIcon());
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const desktop::Options options = desktop::readOptions(application);

    ui::Preferences preferences(QDir(options.profiles).filePath(QStringLiteral("preferences.ini")));
    if (!options.server.isEmpty())
        preferences.setServer(options.server);
    if (!options.login.isEmpty())
        preferences.setLogin(options.login);
    ui::Theme theme;
    theme.use(options.theme.isEmpty() ? preferences.theme() : options.theme);
    ui::Language language;
    language.use(options.language.isEmpty() ? preferences.language() : options.language);

    const SystemClock clock;
    ui::Shell shell(deskOpener(options), clock, preferences, language, theme);
    QObject::connect(&shell, &ui::Shell::finished, &application, &QApplication::quit);
    shell.start();
    return application.exec();
}
