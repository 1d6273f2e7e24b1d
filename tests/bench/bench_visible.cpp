// From 'register' at desk A to visible at desk B: two real desks, one real server. A registers and charges to B's unit;
// the clock stops when B has been told of it and reads its row with the number.
//   bench_visible --server URL --ca FILE --user A --password-file F --other B --other-password-file F --unit CODE
//                 --folder DIR --count N
#include "desk_bench.h"

#include "desk/directory.h"
#include "desk/document_lists.h"
#include "desk/registrar.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace diakinisi::bench {
namespace {

/// What was told to a desk since one began to listen.
struct News {
    explicit News(desk::Desk& desk)
    {
        QObject::connect(&desk, &desk::Desk::documentsChanged, &desk,
                         [this](const QVector<domain::DocumentId>& ids) { changed.append(ids); });
    }
    QVector<domain::DocumentId> changed;
};

desk::RegistrationForm letter(const domain::UnitId& unit, int count)
{
    desk::RegistrationForm form;
    form.identity.direction = domain::Direction::Incoming;
    form.identity.unit = unit;
    form.identity.itemCount = 1;
    form.particulars.subject = QStringLiteral("Ερώτημα για την άδεια καταστήματος %1").arg(count);
    form.particulars.parties = {{domain::PartyKind::Company, QStringLiteral("Αφοί Καραγιάννη Ο.Ε."), false}};
    desk::FormCharge charge;
    charge.unit = unit;
    form.charges = {charge};
    return form;
}

/// Milliseconds until B shows what A registers now.
Result<double> once(desk::Desk& a, desk::Desk& b, News& news, const domain::UnitId& unit, int count)
{
    news.changed.clear();
    QElapsedTimer timer;
    timer.start();
    const auto outcome = onLane<desk::RegistrationOutcome>(
        a.lanes().store, [&](std::stop_token) { return a.registrar().registerDocument(letter(unit, count)); });
    if (!outcome)
        return fail(outcome.error());
    const auto shown = [&] {
        if (!news.changed.contains(outcome->document))
            return false;
        news.changed.clear();
        const auto rows = b.lists().rows({outcome->document});
        return rows && rows->size() == 1 && rows->front().number.has_value();
    };
    if (const Done seen = turnUntil(shown, std::chrono::seconds(30)); !seen)
        return fail(seen.error());
    return millisecondsOf(timer);
}

Done run(desk::Desk& a, desk::Desk& b, const QString& unitCode, int count)
{
    const auto organisation = a.directory().organisation();
    const domain::Unit* unit = organisation ? organisation->unitByCode(unitCode) : nullptr;
    if (!unit)
        return fail(ErrorCode::UnitUnknown, unitCode);
    News news(b);
    std::vector<double> milliseconds;
    for (int i = -3; i < count; ++i) { // the first few are not counted: caches, keep-alive
        const auto took = once(a, b, news, unit->id, i);
        if (!took)
            return fail(took.error());
        if (i >= 0)
            milliseconds.push_back(*took);
    }
    printRow({{QStringLiteral("row"), QStringLiteral("visible")},
              {QStringLiteral("count"), count},
              {QStringLiteral("median_ms"), quantile(milliseconds, 0.5)},
              {QStringLiteral("p95_ms"), quantile(milliseconds, 0.95)}});
    return {};
}

Done runAll(const QCommandLineParser& parser)
{
    const auto options = ServerOptions::from(parser);
    if (!options)
        return fail(options.error());
    QFile file(parser.value(QStringLiteral("other-password-file")));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.fileName());
    const QString otherPassword = QString::fromUtf8(file.readAll()).trimmed();
    const QDir folder(parser.value(QStringLiteral("folder")));
    const auto a = desk::openDesk(deskSettings(parser, folder.filePath(QStringLiteral("a"))));
    const auto b = desk::openDesk(deskSettings(parser, folder.filePath(QStringLiteral("b"))));
    for (const auto* opened : {&a, &b})
        if (!*opened)
            return fail(opened->error());
    if (const Done in = signInDesk(**a, options->user, options->password); !in)
        return in;
    if (const Done in = signInDesk(**b, parser.value(QStringLiteral("other")), otherPassword); !in)
        return in;
    return run(**a, **b, parser.value(QStringLiteral("unit")),
               std::clamp(parser.value(QStringLiteral("count")).toInt(), 1, 1'000));
}

} // namespace
} // namespace diakinisi::bench

int main(int argc, char** argv)
{
    using namespace diakinisi::bench;
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    ServerOptions::addTo(parser);
    addDeskOptions(parser);
    for (const char* name : {"other", "other-password-file", "unit", "folder", "count"})
        parser.addOption({QString::fromLatin1(name), {}, QStringLiteral("VALUE")});
    parser.process(application);
    const auto done = runAll(parser);
    return done ? 0 : complain(done.error());
}
