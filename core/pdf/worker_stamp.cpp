#include "pdf/worker_stamp.h"

#include <QFile>
#include <QJsonArray>

namespace diakinisi::pdf {

namespace {

constexpr std::chrono::minutes patience{3};

QJsonObject question(const StampFiles& files, const StampOptions& options)
{
    return {{QStringLiteral("verb"), QStringLiteral("stamp")},
            {QStringLiteral("from"), files.from},
            {QStringLiteral("to"), files.to},
            {QStringLiteral("font"), files.font},
            {QStringLiteral("lines"), QJsonArray::fromStringList(options.lines)},
            {QStringLiteral("place"), static_cast<int>(options.place)},
            {QStringLiteral("size"), options.fontSize},
            {QStringLiteral("all"), options.allPages}};
}

StampOptions optionsOf(const QJsonObject& asked)
{
    StampOptions options;
    const QJsonArray lines = asked[u"lines"].toArray();
    for (const QJsonValue& line : lines)
        options.lines += line.toString();
    const int place = asked[u"place"].toInt();
    if (place >= 0 && place <= static_cast<int>(StampPlace::BottomLeft))
        options.place = static_cast<StampPlace>(place);
    options.fontSize = asked[u"size"].toDouble(options.fontSize);
    options.allPages = asked[u"all"].toBool();
    return options;
}

} // namespace

Done stampInWorker(WorkerProcess& worker, const StampFiles& files, const StampOptions& options, std::stop_token stop)
{
    return worker.call({question(files, options), {}}, patience, std::move(stop)).map([](const WorkerMessage&) {});
}

Done carryOutStamp(const QJsonObject& asked)
{
    const Result<Font> font = Font::load(asked[u"font"].toString());
    if (!font)
        return fail(font.error());
    QFile from(asked[u"from"].toString());
    if (!from.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, from.fileName(), from.errorString());
    QFile to(asked[u"to"].toString());
    if (!to.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, to.fileName(), to.errorString());
    if (const Done done = stampPrintCopy(from, to, *font, optionsOf(asked)); !done)
        return done;
    return to.flush() ? Done() : fail(ErrorCode::FileUnwritable, to.fileName(), to.errorString());
}

} // namespace diakinisi::pdf
