#include "ctl/admin_commands.h"
#include "ctl/command_line.h"
#include "ctl/desk_commands.h"
#include "ctl/pdf_commands.h"
#include "ctl/scan_commands.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace {

/// Beside the program as installed, else where the system keeps its fonts.
QString findFont()
{
    const QString name = QStringLiteral("DejaVuSans.ttf");
    QStringList folders{QCoreApplication::applicationDirPath() + QStringLiteral("/../share/diakinisi/fonts")};
    for (const QString& folder : QStandardPaths::standardLocations(QStandardPaths::FontsLocation))
        folders += {folder, folder + QStringLiteral("/truetype/dejavu")};
    folders += QStringLiteral("/usr/share/fonts/truetype/dejavu");
    for (const QString& folder : folders)
        if (QFileInfo::exists(folder + u'/' + name))
            return folder + u'/' + name;
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("diakinisictl"));
    const diakinisi::SystemClock clock;
    QTextStream out(stdout);
    QTextStream messages(stderr);
    diakinisi::ctl::Context context{clock, out, messages, findFont()};
    const std::vector<diakinisi::ctl::CommandGroup> groups{
        diakinisi::ctl::pdfCommands(), diakinisi::ctl::scanCommands(), diakinisi::ctl::deskCommands(),
        diakinisi::ctl::adminCommands()};
    return static_cast<int>(diakinisi::ctl::runCommandLine(groups, application.arguments().sliced(1), context));
}
