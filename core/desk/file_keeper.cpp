#include "desk/file_keeper.h"

#include "base/limits.h"
#include "desk/assemble_pages.h"
#include "desk/kept_pages.h"
#include "recognition/mail_reading.h"

#include <QBuffer>
#include <QFileInfo>
#include <QSaveFile>

namespace diakinisi::desk {

namespace {

const QString pdfType = QStringLiteral("application/pdf");
constexpr qint64 keptBytes = 64 * limits::miB; ///< a larger file is opened anew for each page
constexpr int mostReadPages = 4;               ///< of a letter: what it says of itself stands there

/// What comes in clear must not lie on the disk a second time.
class MemoryTarget final : public DocumentTarget
{
public:
    Result<QIODevice*> begin(int, const QString&) override
    {
        m_file.open(QIODevice::ReadWrite);
        return &m_file;
    }
    Done finish() override
    {
        m_file.seek(0);
        return {};
    }
    QIODevice& file() { return m_file; }

private:
    QBuffer m_file;
};

} // namespace

Result<domain::FileRef> DeskFiles::import(const QStringList& paths, std::stop_token stop)
{
    auto files = importAll(paths, std::move(stop));
    if (!files)
        return fail(files.error());
    if (files->size() != 1)
        return fail(ErrorCode::NotSupported, paths.at(1), QStringLiteral("a PDF among several files"));
    return std::move(files->front());
}

Result<std::vector<domain::FileRef>> FileKeeper::importAll(const QStringList& paths, std::stop_token stop)
{
    if (paths.isEmpty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("files"));
    std::vector<domain::FileRef> files;
    QStringList images; // those that follow each other
    const auto put = [&files](Result<domain::FileRef> file) -> Done {
        if (!file)
            return fail(file.error());
        files.push_back(std::move(*file));
        return {};
    };
    const auto putImages = [&]() -> Done {
        return images.isEmpty() ? Done() : put(importImages(std::exchange(images, {}), stop));
    };
    for (const QString& path : paths) {
        const auto type = typeOf(path, stop);
        if (!type)
            return fail(type.error());
        if (type->isEmpty()) {
            images << path;
            continue;
        }
        if (const Done before = putImages(); !before)
            return fail(before.error());
        if (const Done one = put(importAsItIs(path, *type, stop)); !one)
            return fail(one.error());
    }
    if (const Done last = putImages(); !last)
        return fail(last.error());
    return files;
}

/// Of what stays as it is; empty for an image.
Result<QString> FileKeeper::typeOf(const QString& path, std::stop_token stop)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return fail(ErrorCode::FileUnreadable, path);
    if (info.size() > limits::fileBytes)
        return fail(ErrorCode::FileTooLarge, path);
    if (recognition::isMailFile(path))
        return m_parts.mailReader.read(path, std::move(stop)).map([](const auto&) { return mailType; });
    return m_parts.renderer.inspect(rendering::PageSource::ofFile(path), std::move(stop))
        .map([](const rendering::DocumentInfo& inside) {
            return inside.kind == rendering::FileKind::Pdf ? pdfType : QString();
        });
}

Result<domain::FileRef> FileKeeper::importAsItIs(const QString& path, const QString& mediaType, std::stop_token stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    return m_parts.store->files().put(file, mediaType, QFileInfo(path).fileName(), std::move(stop));
}

Result<recognition::LetterReading> FileKeeper::read(const QString& path, std::stop_token stop)
{
    if (recognition::isMailFile(path))
        return m_parts.mailReader.read(path, std::move(stop)).map(recognition::readMail);
    const auto inside = m_parts.renderer.inspect(rendering::PageSource::ofFile(path), stop);
    if (!inside)
        return fail(inside.error());
    const recognition::RecognitionData data{.folder = m_parts.settings.recognitionFolder};
    std::vector<TextPage> pages;
    for (int page = 0; page < std::min(mostReadPages, static_cast<int>(inside->pages.size())); ++page) {
        auto words = m_parts.pageReader.words(path, page, data, stop);
        if (!words)
            return fail(words.error());
        pages.push_back(std::move(*words));
    }
    return recognition::readLetter(pages);
}

Result<domain::FileRef> FileKeeper::importImages(const QStringList& paths, std::stop_token stop)
{
    const auto pages = pagesOf(paths, m_parts.renderer, stop);
    if (!pages)
        return fail(pages.error());
    const QString name = QFileInfo(paths.front()).completeBaseName();
    AssembleOptions options;
    options.prepare = deskPreparation();
    options.pagesAtOnce = m_parts.pageWorkers.size();
    options.compose.title = name;
    options.compose.created = m_parts.clock.now();
    MemoryTarget composed;
    const auto made = assemblePages(*pages, options, m_parts.pageReader, composed, {}, stop);
    if (!made)
        return fail(made.error());
    return m_parts.store->files().put(composed.file(), pdfType, name + QStringLiteral(".pdf"), std::move(stop));
}

Result<FileState> FileKeeper::state(const Sha256& digest)
{
    using Held = storage::HeldFiles::State;
    return m_parts.store->files().state(digest).map([](Held held) {
        return held == Held::Here ? FileState::Here : held == Held::Wanted ? FileState::Wanted : FileState::AtServer;
    });
}

Done FileKeeper::want(const Sha256& digest)
{
    const Done wanted = m_parts.store->files().want(digest);
    if (wanted)
        m_parts.kick();
    return wanted;
}

Done FileKeeper::exportTo(const Sha256& digest, const QString& path)
{
    const auto from = m_parts.store->files().open(digest);
    if (!from)
        return fail(from.error());
    QSaveFile to(path);
    if (!to.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, path, to.errorString());
    while (!(*from)->atEnd()) {
        const QByteArray piece = (*from)->read(limits::miB);
        if (piece.isEmpty())
            return fail(ErrorCode::FileUnreadable, digest.hex(), (*from)->errorString());
        if (to.write(piece) != piece.size())
            return fail(ErrorCode::FileUnwritable, path, to.errorString());
    }
    if (!to.commit())
        return fail(ErrorCode::FileUnwritable, path, to.errorString());
    return {};
}

Result<rendering::PageSource> FileKeeper::source(const Sha256& digest)
{
    const std::lock_guard lock(m_mutex);
    if (m_last && m_last->digest == digest)
        return *m_last;
    const auto file = m_parts.store->files().open(digest);
    if (!file)
        return fail(file.error());
    QByteArray bytes = (*file)->readAll();
    if (bytes.size() != (*file)->size())
        return fail(ErrorCode::FileUnreadable, digest.hex(), (*file)->errorString());
    auto source = rendering::PageSource::ofBytes(std::move(bytes), digest);
    m_last = source.bytes.size() <= keptBytes ? std::optional(source) : std::nullopt;
    return source;
}

Result<DeskFiles::Pages> FileKeeper::pages(const Sha256& digest, std::stop_token stop)
{
    const auto file = source(digest);
    if (!file)
        return fail(file.error());
    return m_parts.renderer.inspect(*file, std::move(stop)).map([](const rendering::DocumentInfo& info) {
        Pages pages{static_cast<int>(info.pages.size()), {}};
        for (const rendering::PageInfo& page : info.pages)
            pages.sizes.push_back(page.size);
        return pages;
    });
}

Result<QImage> FileKeeper::page(const Sha256& digest, int index, int width, std::stop_token stop)
{
    const auto file = source(digest);
    if (!file)
        return fail(file.error());
    rendering::RenderRequest request;
    request.page = index;
    request.fit = QSize(width, rendering::PageRenderer::largestSide);
    return m_parts.renderer.render(*file, request, std::move(stop));
}

Result<std::vector<DeskFiles::Word>> FileKeeper::words(const Sha256& digest, int index, std::stop_token stop)
{
    const auto file = source(digest);
    if (!file)
        return fail(file.error());
    return m_parts.renderer.text(*file, index, std::move(stop)).map([](const rendering::TextPage& page) {
        std::vector<Word> words;
        for (const rendering::TextWord& word : page.words)
            words.push_back({word.text, word.box});
        return words;
    });
}

Result<signing::PdfVerdict> FileKeeper::signatures(const Sha256& digest, std::stop_token stop)
{
    return m_findings.check(digest, std::move(stop));
}

Result<domain::FileRef> FileKeeper::signedVersion(const domain::FileRef& file, qint64 signedLength,
                                                  std::stop_token stop)
{
    const auto whole = m_parts.store->files().open(file.digest);
    if (!whole)
        return fail(whole.error());
    if (signedLength <= 0 || signedLength > (*whole)->size())
        return fail(ErrorCode::SignatureBroken, file.name);
    QBuffer covered;
    covered.setData((*whole)->read(signedLength));
    if (covered.size() != signedLength)
        return fail(ErrorCode::FileUnreadable, file.name, (*whole)->errorString());
    covered.open(QIODevice::ReadOnly);
    return m_parts.store->files().put(covered, pdfType, file.name, std::move(stop));
}

Done FileKeeper::markSeen(const Sha256& digest)
{
    return m_parts.store->memory().markSeen(digest, m_parts.clock.now());
}

} // namespace diakinisi::desk
