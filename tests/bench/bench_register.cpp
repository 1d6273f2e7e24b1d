// Register commands a second over HTTPS: N desks, each with a session of its own, one request under way at a time.
//   bench_register --server URL --ca FILE --user U --password-file F --seconds S [--process ID] DESKS[xBATCH]...
// With the server's process id, also the processor time that the server itself took: the desks share its machine here.
#include "office_desk.h"

#include "base/ids.h"
#include "wire/command_json.h"
#include "wire/routes.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <unistd.h>

namespace diakinisi::bench {
namespace {

struct Row {
    int desks = 1;
    int batch = 1;
};

constexpr double mostPerSecond = 20'000; ///< commands; more than could be answered
constexpr double mostPerDesk = 5'000;    ///< requests a second

/// Writes requests whose commands differ in their ids alone: a form's JSON is made once, then ids are set in.
class Letters
{
public:
    Letters(const HttpsLoad::Target& target, const domain::Organisation& organisation)
        : m_target(target),
          m_ids(m_clock, m_random)
    {
        const domain::Unit* unit = organisation.units.isEmpty() ? nullptr : &organisation.units.first();
        domain::Register form;
        form.identity.unit = unit ? unit->id : domain::UnitId{};
        form.identity.itemCount = 1;
        form.identity.sheetCount = 2;
        form.particulars.subject = QStringLiteral("Αίτηση για χορήγηση βεβαίωσης μόνιμης κατοικίας");
        form.particulars.parties = {
            {domain::PartyKind::Citizen, QStringLiteral("Παπαδοπούλου Ελένη του Γεωργίου"), false}};
        form.particulars.theirNumber = QStringLiteral("Α.Π. 4417");
        form.particulars.theirDate = QStringLiteral("2026-11-20");
        m_command = {{}, {}, 1, m_clock.now(), {}, {}, form};
    }

    Request next(const QByteArray& token, int batch)
    {
        std::vector<domain::Command> commands;
        for (int i = 0; i < batch; ++i) {
            m_command.id = m_ids.make<domain::CommandId>();
            m_command.document = m_ids.make<domain::DocumentId>();
            commands.push_back(m_command);
        }
        return jsonRequest(m_target, wire::routes::commands.latin1(), token, wire::toJson(commands));
    }

private:
    const HttpsLoad::Target& m_target;
    SystemClock m_clock;
    SystemRandom m_random;
    IdSource m_ids;
    domain::Command m_command;
};

/// Seconds of processor time that a process has taken so far (proc(5), stat: utime and stime); 0 without one.
double processorSeconds(const QString& process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (process.isEmpty() || !file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

Done measure(HttpsLoad& load, Letters& letters, const std::vector<QByteArray>& tokens, const Row& row, double seconds,
             const QString& process)
{
    // Written before the clock runs, so that the client costs little while it does.
    const double perSecond = std::min(mostPerDesk, mostPerSecond / (row.desks * row.batch));
    const auto perDesk = static_cast<std::size_t>(1 + seconds * perSecond);
    std::vector<std::vector<Request>> prepared(static_cast<std::size_t>(row.desks));
    for (std::size_t desk = 0; desk < prepared.size(); ++desk)
        for (std::size_t i = 0; i < perDesk; ++i)
            prepared[desk].push_back(letters.next(tokens[desk], row.batch));
    std::vector<std::size_t> used(prepared.size(), 0);
    const auto next = [&](int desk) -> std::optional<Request> {
        const auto at = static_cast<std::size_t>(desk);
        return used[at] < prepared[at].size() ? std::optional(prepared[at][used[at]++]) : std::nullopt;
    };
    const auto good = [&](int, const Reply& reply) {
        return reply.status == 200 && reply.body.count("\"status\":\"applied\"") == row.batch;
    };
    const double before = processorSeconds(process);
    const auto done = load.run(row.desks, next, good, std::chrono::milliseconds(static_cast<qint64>(seconds * 1'000)));
    const double taken = processorSeconds(process) - before;
    if (!done)
        return fail(done.error());
    if (done->bad > 0)
        return fail(ErrorCode::ServerRefused, QString::number(done->bad), QString::fromUtf8(done->firstBad));
    printRow({{QStringLiteral("row"), QStringLiteral("register")},
              {QStringLiteral("desks"), row.desks},
              {QStringLiteral("batch"), row.batch},
              {QStringLiteral("commands"), done->answers * row.batch},
              {QStringLiteral("per_second"), static_cast<double>(done->answers * row.batch) / done->seconds},
              {QStringLiteral("server_processor_seconds"), taken},
              {QStringLiteral("median_ms"), quantile(done->milliseconds, 0.5)},
              {QStringLiteral("p95_ms"), quantile(done->milliseconds, 0.95)}});
    return {};
}

Done run(const ServerOptions& options, const std::vector<Row>& rows, double seconds, const QString& process)
{
    int desks = 1;
    for (const Row& row : rows)
        desks = std::max(desks, row.desks);
    auto load = HttpsLoad::connect(options.target, desks);
    if (!load)
        return fail(load.error());
    std::vector<QByteArray> tokens;
    for (int i = 0; i < desks; ++i) {
        auto token = signIn(**load, i, options);
        if (!token)
            return fail(token.error());
        tokens.push_back(*token);
    }
    const auto organisation = directory(**load, options, tokens.front());
    if (!organisation)
        return fail(organisation.error());
    Letters letters(options.target, *organisation);
    for (const Row& row : rows)
        if (const Done measured = measure(**load, letters, tokens, row, seconds, process); !measured)
            return measured;
    return {};
}

} // namespace
} // namespace diakinisi::bench

int main(int argc, char** argv)
{
    using namespace diakinisi::bench;
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    ServerOptions::addTo(parser);
    parser.addOption({QStringLiteral("seconds"), {}, QStringLiteral("S"), QStringLiteral("3")});
    parser.addOption({QStringLiteral("process"), {}, QStringLiteral("ID")});
    parser.addPositionalArgument(QStringLiteral("rows"), QStringLiteral("DESKS or DESKSxBATCH"));
    parser.process(application);
    const auto options = ServerOptions::from(parser);
    if (!options)
        return complain(options.error());
    std::vector<Row> rows;
    for (const QString& text : parser.positionalArguments()) {
        const QStringList numbers = text.split(u'x');
        rows.push_back({std::clamp(numbers.value(0).toInt(), 1, 256), std::clamp(numbers.value(1).toInt(), 1, 200)});
    }
    const auto done = run(*options, rows, std::clamp(parser.value(QStringLiteral("seconds")).toDouble(), 0.1, 60.0),
                          parser.value(QStringLiteral("process")));
    return done ? 0 : complain(done.error());
}
