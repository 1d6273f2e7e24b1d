#include "scanning/taken_files.h"

#include "imaging/decode.h"
#include "scanning/file_lock.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStorageInfo>
#include <QUuid>

#include <filesystem>

namespace diakinisi::scanning {

namespace {

constexpr qsizetype pdfMarkWithin = 1024; // as readers of PDF take it
constexpr qint64 piece = limits::miB;
constexpr qsizetype longestStem = 60; ///< of a name that gets more added; file systems take 255 bytes
const QString takenFolder = QStringLiteral("taken");
const QString refusedFolder = QStringLiteral("refused");
const QString recordFile = QStringLiteral("/record.jsonl");
const QString incoming = QStringLiteral(".incoming-");

std::optional<ArrivalKind> kindOf(const QByteArray& begin)
{
    if (begin.contains("%PDF-"))
        return ArrivalKind::Pdf;
    const auto image = imaging::imageKindOf(begin);
    if (!image)
        return std::nullopt;
    return *image == imaging::ImageKind::Jpeg  ? ArrivalKind::Jpeg
           : *image == imaging::ImageKind::Png ? ArrivalKind::Png
                                               : ArrivalKind::Tiff;
}

/// Is the end there that files of this kind have? `file` is left at its beginning.
bool hasItsEnd(QFile& file, ArrivalKind kind)
{
    if (kind == ArrivalKind::Jpeg)
        return imaging::endsAsJpegMust(file);
    if (kind == ArrivalKind::Tiff) // may have its directory anywhere
        return true;
    file.seek(std::max<qint64>(0, file.size() - pdfMarkWithin));
    const bool ends = file.readAll().contains(kind == ArrivalKind::Pdf ? "%%EOF" : "IEND");
    file.seek(0);
    return ends;
}

QString suffixOf(ArrivalKind kind)
{
    return kind == ArrivalKind::Pdf    ? QStringLiteral(".pdf")
           : kind == ArrivalKind::Jpeg ? QStringLiteral(".jpg")
           : kind == ArrivalKind::Png  ? QStringLiteral(".png")
                                       : QStringLiteral(".tif");
}

/// "scan 7.pdf" with the claim in it: "scan 7.<claim>.pdf".
QString marked(const QString& name, const QString& claim)
{
    const QFileInfo info(name);
    const QString suffix = info.suffix().left(10);
    return info.completeBaseName().left(longestStem) + u'.' + claim + (suffix.isEmpty() ? QString() : u'.' + suffix);
}

Done move(const QString& from, const QString& to)
{
    std::error_code problem; // not QFile::rename: it copies where it cannot rename
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(), QFileInfo(to).filesystemFilePath(), problem);
    return problem ? Done(fail(ErrorCode::FileUnwritable, to, QString::fromStdString(problem.message()))) : Done();
}

tl::unexpected<Error> unwritten(const QString& path, qint64 wanted, const QString& cause)
{
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    const bool full = disk.isValid() && disk.bytesAvailable() >= 0 && disk.bytesAvailable() < wanted;
    return fail(full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path, cause);
}

Done makeFolder(const QString& folder)
{
    if (QDir().mkpath(folder))
        return {};
    return fail(ErrorCode::FileUnwritable, folder);
}

} // namespace

Result<std::optional<TakenFiles::Copy>> TakenFiles::copy(const QString& name, bool endDemanded,
                                                         const std::stop_token& stop) const
{
    QFile source(below(name));
    if (!source.open(QIODevice::ReadOnly) || isLockedByAnother(source))
        return std::nullopt;
    const QFileInfo before(source.fileName());
    if (before.size() > m_settings.largest)
        return fail(ErrorCode::FileTooLarge, name);
    if (before.size() == 0)
        return fail(ErrorCode::ImageUnreadable, name, QStringLiteral("an empty file"));
    const auto kind = kindOf(source.peek(pdfMarkWithin));
    if (!kind)
        return fail(ErrorCode::NotPdf, name, QStringLiteral("neither PDF nor JPEG, PNG or TIFF"));
    if (endDemanded && !hasItsEnd(source, *kind))
        return std::nullopt;
    const QString claim = QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex());
    QSaveFile target(m_settings.into + u'/' + incoming + claim + suffixOf(*kind));
    if (!target.open(QIODevice::WriteOnly))
        return unwritten(target.fileName(), before.size(), target.errorString());
    Sha256Stream digest;
    for (qint64 left = before.size(); left > 0;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const QByteArray bytes = source.read(std::min(left, piece));
        if (bytes.isEmpty())
            return std::nullopt; // cut short, or the share is away: the next look will see
        if (target.write(bytes) != bytes.size())
            return unwritten(target.fileName(), before.size(), target.errorString());
        digest.add(bytes);
        left -= bytes.size();
    }
    const QFileInfo after(source.fileName());
    if (after.size() != before.size() || after.lastModified() != before.lastModified())
        return std::nullopt;
    if (!target.commit())
        return unwritten(target.fileName(), before.size(), target.errorString());
    return Copy{claim, target.fileName(), *kind, digest.value()};
}

void TakenFiles::drop(const Copy& copy)
{
    QFile::remove(copy.file);
}

Result<bool> TakenFiles::claim(const QString& name, const Copy& copy) const
{
    if (const Done made = makeFolder(below(takenFolder)); !made)
        return fail(made.error());
    const Done moved = move(below(name), below(takenFolder) + u'/' + marked(name, copy.claim));
    if (!moved && QFileInfo::exists(below(name)))
        return fail(moved.error());
    return moved.has_value();
}

Result<Arrival> TakenFiles::publish(const QString& name, const Copy& copy) const
{
    const QString at = toIso(m_clock.now());
    const QString stem = QString(at).remove(u'-').remove(u':').left(15) + u'-' + copy.claim.left(12);
    Arrival arrival{m_settings.into + u'/' + stem + suffixOf(copy.kind), name, copy.kind, copy.digest};
    if (!isRecorded(copy.claim)) // where that fails, the file itself still lies in "taken": the page goes on
        record(takenFolder, {{QStringLiteral("name"), name},
                             {QStringLiteral("digest"), copy.digest.hex()},
                             {QStringLiteral("at"), at},
                             {QStringLiteral("became"), QStringLiteral("taken")},
                             {QStringLiteral("file"), marked(name, copy.claim)}});
    if (const Done moved = move(copy.file, arrival.file); !moved)
        return fail(moved.error());
    return arrival;
}

Done TakenFiles::refuse(const QString& name, const Error& reason) const
{
    if (Done made = makeFolder(below(refusedFolder)); !made)
        return made;
    const QString mark = QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex().left(12));
    if (Done moved = move(below(name), below(refusedFolder) + u'/' + marked(name, mark)); !moved)
        return QFileInfo::exists(below(name)) ? moved : Done();
    return record(refusedFolder, {{QStringLiteral("name"), name},
                                  {QStringLiteral("at"), toIso(m_clock.now())},
                                  {QStringLiteral("became"), QStringLiteral("refused")},
                                  {QStringLiteral("reason"), errorWord(reason.code)},
                                  {QStringLiteral("cause"), reason.cause},
                                  {QStringLiteral("file"), marked(name, mark)}});
}

Done TakenFiles::record(const QString& folder, const QJsonObject& line) const
{
    QFile file(below(folder) + recordFile);
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(text) != text.size() || !file.flush())
        return unwritten(file.fileName(), text.size(), file.errorString());
    return {};
}

bool TakenFiles::isRecorded(const QString& claim) const
{
    QFile file(below(takenFolder) + recordFile);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    file.seek(std::max<qint64>(0, file.size() - piece)); // what was begun before a crash stands at the end
    return file.readAll().contains(claim.toLatin1());
}

Result<std::vector<Arrival>> TakenFiles::recover() const
{
    std::vector<Arrival> arrivals;
    QDir into(m_settings.into);
    const QStringList begun = into.entryList({incoming + u'*'}, QDir::Files | QDir::Hidden);
    if (begun.isEmpty())
        return arrivals;
    const QStringList taken = QDir(below(takenFolder)).entryList(QDir::Files | QDir::Hidden);
    for (const QString& name : begun) {
        const auto recovered = recoverOne(into.filePath(name), taken);
        if (!recovered)
            return fail(recovered.error());
        if (const std::optional<Arrival>& arrival = *recovered)
            arrivals.push_back(*arrival);
    }
    return arrivals;
}

Result<std::optional<Arrival>> TakenFiles::recoverOne(const QString& path, const QStringList& taken) const
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName(); // ".incoming-<claim>.pdf", with more where it was not finished
    const QString claim = name.mid(incoming.size()).section(u'.', 0, 0);
    if (name.count(u'.') != 2) { // the file in the folder is still there, for it is moved later than this
        file.remove();
        return std::nullopt;
    }
    const auto kind = file.open(QIODevice::ReadOnly) ? kindOf(file.peek(pdfMarkWithin)) : std::nullopt;
    if (!kind)
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    const auto digest = digestOf(file);
    if (!digest)
        return fail(digest.error());
    const auto ours =
        std::find_if(taken.begin(), taken.end(), [&](const QString& each) { return each.contains(u'.' + claim); });
    if (ours == taken.end() && stillThere(file.size(), *digest)) {
        file.remove();
        return std::nullopt;
    }
    const Copy copy{claim, path, *kind, *digest};
    const auto arrival = publish(ours == taken.end() ? QString() : QString(*ours).remove(u'.' + claim), copy);
    return arrival ? Result<std::optional<Arrival>>(*arrival) : fail(arrival.error());
}

bool TakenFiles::stillThere(qint64 size, const Sha256& digest) const
{
    for (const QFileInfo& each : QDir(m_settings.folder).entryInfoList(QDir::Files)) {
        QFile file(each.filePath());
        if (each.size() != size || !file.open(QIODevice::ReadOnly))
            continue;
        const auto found = digestOf(file);
        if (found && *found == digest)
            return true;
    }
    return false;
}

} // namespace diakinisi::scanning
