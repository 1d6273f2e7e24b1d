#include "desk/pile_folder.h"

#include "imaging/encode.h"
#include "wire/json_reader.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace diakinisi::desk {

namespace {

constexpr qint64 largestIndex = 8 * 1024 * 1024;
constexpr int mostFrames = 2'000;
const QString indexName = QStringLiteral("pages.json");
const QString finishedPrefix = QStringLiteral("finished-");
const QString pagesKey = QStringLiteral("pages");
const QString framesKey = QStringLiteral("frame");

/// "page0007-003.png": the third page of the scan that began as page 7; "page0007-001.12.tif": twelve frames. Of a scan
/// of fronts and backs "duplex0007-...": there odd numbers are fronts.
struct PageName {
    bool duplex = false;
    int first = 0;
    int next = 0;
    int frames = 1;
    int number() const { return first + next - 1; }
};

std::optional<PageName> parsed(const QString& name)
{
    static const QRegularExpression form(
        QStringLiteral("^(page|duplex)(\\d{4,7})-(\\d{3,4})(?:\\.(\\d{1,4}))?\\.(png|jpg|tif)$"));
    const auto match = form.match(name);
    if (!match.hasMatch())
        return std::nullopt;
    const QString frames = match.captured(4);
    return PageName{match.captured(1) == u"duplex", match.captured(2).toInt(), match.captured(3).toInt(),
                    frames.isEmpty() ? 1 : qBound(1, frames.toInt(), mostFrames)};
}

QJsonObject toJson(const ScannedPage& page)
{
    return {{QStringLiteral("file"), QFileInfo(page.file).fileName()},
            {framesKey, page.frame},
            {QStringLiteral("turns"), page.quarterTurns},
            {QStringLiteral("fate"), static_cast<int>(page.fate)},
            {QStringLiteral("begins"), page.begins},
            {QStringLiteral("looked"), page.looked},
            {QStringLiteral("upright"), page.upright}};
}

/// What the clerk has made of `page`, if these words are about it.
void takeJson(const QJsonObject& json, ScannedPage& page)
{
    page.quarterTurns = json.value(u"turns").toInt() & 3;
    page.fate = static_cast<PageFate>(qBound(0, json.value(u"fate").toInt(), static_cast<int>(PageFate::Removed)));
    page.begins = json.value(u"begins").toBool();
    page.looked = json.value(u"looked").toBool();
    page.upright = json.value(u"upright").toBool();
}

/// The files of a folder whose names fit, with what lies beside them; what is at the other place already is replaced.
Done moveFiles(const QString& from, const QString& to, const QString& names)
{
    const QDir folder(from);
    for (const QString& name : folder.entryList({names}, QDir::Files | QDir::Hidden)) {
        QFile::remove(to + u'/' + name);
        if (!QFile::rename(folder.filePath(name), to + u'/' + name))
            return fail(ErrorCode::FileUnwritable, folder.filePath(name));
    }
    return {};
}

Done moveAll(const QString& from, const QString& to)
{
    const Done moved = moveFiles(from, to, QStringLiteral("*"));
    if (moved)
        QDir().rmdir(from);
    return moved;
}

QJsonArray indexOf(const QString& folder)
{
    QFile file(folder + u'/' + indexName);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestIndex)
        return {};
    const auto index = wire::readJsonObject(file.readAll(), {.depth = 4, .bytes = largestIndex});
    return index ? index->value(pagesKey).toArray() : QJsonArray();
}

} // namespace

QString PileFolders::of(const QUuid& pile) const
{
    return m_folder + u'/' + pile.toString(QUuid::WithoutBraces);
}

Done PileFolders::make(const QUuid& pile) const
{
    const QString folder = of(pile);
    return QDir().mkpath(folder) ? Done() : fail(ErrorCode::FileUnwritable, folder);
}

std::optional<ScannedPage> PileFolders::pageOf(const QString& path)
{
    const auto name = parsed(QFileInfo(path).fileName());
    return name ? std::optional(ScannedPage{path, name->number()}) : std::nullopt;
}

/// Every page that lies there, in the order in which they came.
std::vector<ScannedPage> PileFolders::filed(const QString& folder) const
{
    std::vector<ScannedPage> pages;
    for (const QString& name : QDir(folder).entryList(QDir::Files, QDir::Name))
        if (const auto known = parsed(name))
            for (int frame = 0; frame < known->frames; ++frame)
                pages.push_back({folder + u'/' + name, known->number() + frame, frame});
    std::ranges::stable_sort(pages, {}, &ScannedPage::number);
    return pages;
}

std::vector<ScannedPage> PileFolders::pages(const QUuid& pile) const
{
    const QString folder = of(pile);
    std::vector<ScannedPage> came = filed(folder);
    std::vector<ScannedPage> result;
    for (const QJsonValue& each : indexOf(folder)) {
        const QJsonObject json = each.toObject();
        const QString file = folder + u'/' + json.value(u"file").toString();
        const auto found = std::ranges::find_if(came, [&](const ScannedPage& page) {
            return page.file == file && page.frame == json.value(framesKey).toInt();
        });
        if (found == came.end())
            continue;
        takeJson(json, *found);
        result.push_back(*found);
        came.erase(found);
    }
    PilePages whole(std::move(result));
    for (const ScannedPage& page : came)
        whole.append(page);
    return whole.everything();
}

std::vector<QUuid> PileFolders::begun() const
{
    std::vector<QUuid> piles;
    for (const QString& name : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        if (const QUuid pile = QUuid::fromString(name); !pile.isNull())
            piles.push_back(pile);
    return piles;
}

std::vector<ScanPile> PileFolders::all() const
{
    std::vector<ScanPile> piles;
    for (const QUuid& pile : begun()) {
        std::vector<ScannedPage> there = pages(pile);
        const auto last = std::ranges::max_element(there, {}, &ScannedPage::number);
        const bool some = std::ranges::any_of(there, [](const auto& page) { return page.fate != PageFate::Removed; });
        if (!some)
            continue;
        const QDateTime written = QFileInfo(last->file).lastModified();
        piles.push_back({pile, Instant{written.toMSecsSinceEpoch()}, std::move(there)});
    }
    std::ranges::stable_sort(piles, {}, &ScanPile::scannedAt);
    return piles;
}

Done PileFolders::arrange(const QUuid& pile, const std::vector<ScannedPage>& pages) const
{
    QJsonArray index;
    for (const ScannedPage& page : pages)
        index.append(toJson(page));
    return imaging::writeWhole(of(pile) + u'/' + indexName,
                               QJsonDocument(QJsonObject{{pagesKey, index}}).toJson(QJsonDocument::Compact));
}

Done PileFolders::check(const QUuid& pile, const std::vector<ScannedPage>& pages) const
{
    const QString folder = of(pile);
    for (const ScannedPage& page : pages)
        if (QFileInfo(page.file).path() != folder || !pageOf(page.file))
            return fail(ErrorCode::NotFound, page.file);
    return {};
}

int PileFolders::nextNumber(const QUuid& pile) const
{
    const std::vector<ScannedPage> pages = filed(of(pile));
    return pages.empty() ? 1 : pages.back().number + 1;
}

QString PileFolders::pathFor(const QUuid& pile, int number, const QString& suffix, int frames) const
{
    const QString count = frames > 1 ? QStringLiteral(".%1").arg(frames) : QString();
    return QStringLiteral("%1/%2-001%3.%4").arg(of(pile), scanName(number), count, suffix);
}

QString PileFolders::scanName(int number)
{
    return QStringLiteral("page%1").arg(number, 4, 10, QChar(u'0'));
}

QString PileFolders::duplexName(int number)
{
    return QStringLiteral("duplex%1").arg(number, 4, 10, QChar(u'0'));
}

QString PileFolders::lastDuplex(const QUuid& pile) const
{
    int last = 0;
    for (const ScannedPage& page : filed(of(pile)))
        if (const auto name = parsed(QFileInfo(page.file).fileName()); name->duplex)
            last = std::max(last, name->first);
    return last == 0 ? QString() : duplexName(last);
}

QString PileFolders::finishedFolder(const QUuid& pile, QDate day) const
{
    return QStringLiteral("%1/%2%3-%4")
        .arg(m_folder, finishedPrefix, day.toString(Qt::ISODate), pile.toString(QUuid::WithoutBraces));
}

Done PileFolders::finish(const QUuid& pile, const std::vector<ScannedPage>& pages, QDate today) const
{
    if (!QDir(of(pile)).exists())
        return {};
    std::vector<ScannedPage> all = this->pages(pile);
    QSet<QString> stay; // files that something is still needed of
    for (ScannedPage& page : all) {
        const auto same = [&](const ScannedPage& each) { return each.isSameAs(page); };
        if (pages.empty() || std::ranges::any_of(pages, same))
            page.fate = PageFate::Removed;
        if (page.fate != PageFate::Removed)
            stay.insert(QFileInfo(page.file).fileName());
    }
    const QString kept = finishedFolder(pile, today);
    if (!QDir().mkpath(kept))
        return fail(ErrorCode::FileUnwritable, kept);
    if (stay.isEmpty())
        return moveAll(of(pile), kept);
    if (const Done noted = arrange(pile, all); !noted)
        return noted;
    for (const ScannedPage& page : all)
        if (!stay.contains(QFileInfo(page.file).fileName()))
            if (const Done moved = moveFiles(of(pile), kept, QFileInfo(page.file).fileName() + u'*'); !moved)
                return moved;
    return {};
}

Done PileFolders::takeBack(const QUuid& pile) const
{
    const QString id = pile.toString(QUuid::WithoutBraces);
    const QStringList found = QDir(m_folder).entryList({finishedPrefix + u'*' + id}, QDir::Dirs, QDir::Name);
    if (found.isEmpty())
        return fail(ErrorCode::NotFound, id);
    if (const Done made = make(pile); !made)
        return made;
    const QString kept = m_folder + u'/' + found.back();
    const QStringList back = QDir(kept).entryList(QDir::Files);
    if (const Done moved = moveAll(kept, of(pile)); !moved)
        return moved;
    std::vector<ScannedPage> all = pages(pile);
    for (ScannedPage& page : all)
        if (page.fate == PageFate::Removed && back.contains(QFileInfo(page.file).fileName()))
            page.fate = PageFate::Kept; // so the registered ones were kept in mind
    return arrange(pile, all);
}

void PileFolders::closeDaysBefore(QDate today) const
{
    const QDir all(m_folder);
    for (const QString& name : all.entryList({finishedPrefix + u'*'}, QDir::Dirs)) {
        const QDate day = QDate::fromString(name.mid(finishedPrefix.size(), 10), Qt::ISODate);
        if (day.isValid() && day < today)
            QDir(all.filePath(name)).removeRecursively();
    }
}

} // namespace diakinisi::desk
