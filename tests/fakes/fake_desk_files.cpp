#include "domain/possible.h"
#include "tests/fakes/fake_desk_parts.h"
#include "tests/fakes/fake_pages.h"

#include <QFile>
#include <QFileInfo>
#include <QPainter>

namespace diakinisi::fakes {

using namespace domain;

namespace {

constexpr QSizeF a4{595, 842};

} // namespace

signing::SignatureVerdict fakeVerdict(const QString& signer, Instant at)
{
    signing::SignatureVerdict verdict;
    verdict.field = QStringLiteral("Signature of ") + signer;
    verdict.signer.emplace();
    verdict.signer->commonName = signer;
    verdict.signer->issuer = QStringLiteral("CN=Δοκιμαστική Αρχή");
    verdict.signer->key = QStringLiteral("RSA-2048");
    verdict.signingTime = at;
    verdict.level = QStringLiteral("B-B");
    verdict.digest = QStringLiteral("SHA-256");
    verdict.intact = true;
    verdict.trusted = signing::Trusted::Yes;
    verdict.indication = signing::Indication::TotalPassed;
    verdict.coversWholeFile = true;
    return verdict;
}

Result<FakeFile> FakeFiles::fileOf(const Sha256& digest) const
{
    const std::lock_guard lock(m_office.mutex());
    const auto found = m_office.files.find(digest);
    if (found == m_office.files.end() || !found->second.here)
        return fail(ErrorCode::NotFound);
    return found->second;
}

Result<std::vector<FileRef>> FakeFiles::importAll(const QStringList& paths, std::stop_token)
{
    whileImporting();
    std::vector<FileRef> made;
    for (const QString& path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, path);
        const QByteArray bytes = file.readAll();
        if (bytes.startsWith("MZ"))
            return fail(ErrorCode::NotPdf, path);
        const std::lock_guard lock(m_office.mutex());
        made.push_back(m_office.addFile({{QString::fromUtf8(bytes)}, QFileInfo(path).fileName()}));
        if (path.endsWith(u".eml"))
            made.back().mediaType = desk::mailType;
    }
    return made;
}

Result<recognition::LetterReading> FakeFiles::read(const QString& path, std::stop_token)
{
    const auto known = readings.find(QFileInfo(path).fileName());
    return known == readings.end() ? recognition::LetterReading{} : known->second;
}

Result<desk::FileState> FakeFiles::state(const Sha256& digest)
{
    const std::lock_guard lock(m_office.mutex());
    const auto found = m_office.files.find(digest);
    if (found == m_office.files.end())
        return desk::FileState::Missing;
    return found->second.here ? desk::FileState::Here : desk::FileState::AtServer;
}

Done FakeFiles::want(const Sha256& digest)
{
    const std::lock_guard lock(m_office.mutex());
    wanted.insert(digest);
    return {};
}

Done FakeFiles::exportTo(const Sha256& digest, const QString& path)
{
    const auto file = fileOf(digest);
    if (!file)
        return fail(file.error());
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(file->pages.join(u'\f').toUtf8()) < 0)
        return fail(ErrorCode::FileUnwritable, path);
    return {};
}

Result<desk::DeskFiles::Pages> FakeFiles::pages(const Sha256& digest, std::stop_token)
{
    const auto file = fileOf(digest);
    if (!file)
        return fail(file.error());
    const auto count = static_cast<std::size_t>(file->pages.size());
    return Pages{static_cast<int>(count), std::vector<QSizeF>(count, a4)};
}

Result<QImage> FakeFiles::page(const Sha256& digest, int index, int width, std::stop_token)
{
    const auto file = fileOf(digest);
    if (!file)
        return fail(file.error());
    if (file->pages.value(index) == u"broken")
        return fail(ErrorCode::WorkerDied, file->name);
    return drawPage(file->pages.value(index), width);
}

Result<std::vector<desk::DeskFiles::Word>> FakeFiles::words(const Sha256& digest, int index, std::stop_token)
{
    const auto file = fileOf(digest);
    if (!file)
        return fail(file.error());
    return wordsOf(file->pages.value(index));
}

Result<signing::PdfVerdict> FakeFiles::signatures(const Sha256& digest, std::stop_token)
{
    const auto file = fileOf(digest);
    if (!file)
        return fail(file.error());
    return signing::PdfVerdict{file->signatures, m_office.now()};
}

/// The pages before the last: what a signature covered before somebody went on.
Result<FileRef> FakeFiles::signedVersion(const FileRef& file, qint64, std::stop_token)
{
    auto whole = fileOf(file.digest);
    if (!whole)
        return fail(whole.error());
    if (whole->pages.size() > 1)
        whole->pages.removeLast();
    whole->signatures.clear();
    const std::lock_guard lock(m_office.mutex());
    return m_office.addFile(std::move(*whole));
}

Done FakeFiles::markSeen(const Sha256& digest)
{
    const std::lock_guard lock(m_office.mutex());
    m_office.seen.insert(digest);
    return {};
}

desk::CopierLook FakeCopier::look(const QString& folder, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    desk::CopierLook now = folder.isEmpty() ? desk::CopierLook{m_now.files} : m_now;
    m_now.refused.clear(); // told once
    return now;
}

Done FakeCopier::forget(const QStringList& files)
{
    const std::lock_guard lock(m_mutex);
    for (const QString& file : files)
        m_now.files.removeAll(file);
    return {};
}

void FakeCopier::put(desk::CopierLook now)
{
    const std::lock_guard lock(m_mutex);
    m_now = std::move(now);
}

QStringList FakeCopier::left()
{
    const std::lock_guard lock(m_mutex);
    return m_now.files;
}

Result<std::vector<desk::KeyChoice>> FakeSigner::keys()
{
    const std::lock_guard lock(m_office.mutex());
    return m_office.keys;
}

std::vector<desk::Finding> FakeSigningDoctor::examine(std::stop_token)
{
    const std::lock_guard lock(m_office.mutex());
    return m_office.findings;
}

Result<desk::KeyChoice> FakeSigner::addKeyFile(const QString& path, const Secret& pin)
{
    if (pin.view() != m_office.pin.toUtf8())
        return fail(ErrorCode::PinWrong);
    const std::lock_guard lock(m_office.mutex());
    const Person* person = m_office.organisation.person(m_office.me);
    const Instant now = m_office.now();
    m_office.keys.push_back({QStringLiteral("p12:") + path, person->name, QStringLiteral("Δοκιμαστική Αρχή"),
                             now + -86'400'000LL, now + 86'400'000LL * 700, Sha256::of(path.toUtf8()), true});
    return m_office.keys.back();
}

Result<desk::SigningPlan> FakeSigner::plan(const QVector<DocumentId>& documents)
{
    desk::SigningPlan plan;
    for (const DocumentId& id : documents) {
        const auto view = m_office.view(id);
        if (!view)
            return fail(view.error());
        const std::lock_guard lock(m_office.mutex());
        const Item* main = view->document.mainItem();
        desk::SigningItem item{id,
                               view->row,
                               main && m_office.seen.contains(main->newest().newest().file.digest),
                               {},
                               !view->document.registration.number.has_value()};
        if (m_office.signingProblems.contains(id))
            item.problem = m_office.signingProblems.at(id);
        else if (std::find(view->acts.begin(), view->acts.end(), Act::Sign) == view->acts.end())
            item.problem = Error{ErrorCode::NotYourTurn, {}, {}};
        plan.items.push_back(std::move(item));
    }
    return plan;
}

desk::SigningOutcome FakeSigner::signOne(const DocumentId& id)
{
    desk::SigningOutcome outcome{id, false, {}, {}};
    const auto document = m_office.document(id);
    const Step* step = stepFor(*document, m_office.organisation, m_office.me, m_office.now());
    const Rendition& seen = document->mainItem()->newest().newest();
    if (!step) {
        outcome.problem = Error{ErrorCode::NotYourTurn, {}, {}};
        return outcome;
    }
    FakeFile made = m_office.files.at(seen.file.digest);
    const Person* me = m_office.organisation.person(m_office.me);
    made.name += QStringLiteral(" ") + me->name;
    made.signatures.push_back(fakeVerdict(me->name, m_office.now()));
    FileRef file;
    {
        const std::lock_guard lock(m_office.mutex());
        file = m_office.addFile(made);
    }
    const NewRendition rendition{file, RenditionRole::Signed, seen.file.digest};
    CommandBody body = Sign{step->id, {rendition}};
    if (!document->registration.number) {
        const auto reserved = m_office.act(m_office.me, id, Reserve{step->id, seen.file.digest});
        if (!reserved) {
            outcome.problem = reserved.error();
            return outcome;
        }
        body = Confirm{step->id, {rendition}};
    }
    const auto done = m_office.act(m_office.me, id, body);
    outcome.isSigned = done.has_value();
    if (!done)
        outcome.problem = done.error();
    outcome.number = m_office.document(id)->registration.number;
    return outcome;
}

Result<desk::MarkPreview> FakeSigner::previewMark(const DocumentId& id, const QString& signerName,
                                                  const desk::MarkWishes& wishes, QSize fit, std::stop_token)
{
    const auto document = m_office.document(id);
    if (!document)
        return fail(ErrorCode::NotFound);
    desk::MarkPreview preview;
    preview.size = a4;
    const std::lock_guard lock(m_office.mutex());
    const FakeFile& file = m_office.files.at(document->mainItem()->newest().newest().file.digest);
    preview.pages = static_cast<int>(file.pages.size());
    preview.spot = wishes.spot.value_or(desk::MarkSpot{preview.pages, QRectF(375, 750, 190, 62)});
    preview.picture =
        drawPage(file.pages.value(preview.spot.page - 1), a4.scaled(fit, Qt::KeepAspectRatio).toSize().width());
    QPainter painter(&preview.picture);
    painter.scale(preview.picture.width() / a4.width(), preview.picture.width() / a4.width());
    QStringList lines{QStringLiteral("Υπογράφηκε ψηφιακά από:"), signerName};
    if (wishes.byOrder)
        lines << QStringLiteral("Με εντολή Δημάρχου");
    lines << QStringLiteral("23/11/2026 10:42:05") << wishes.reason << wishes.place;
    lines.removeAll(QString());
    painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 8));
    painter.setPen(QPen(Qt::black, 0.5));
    painter.drawRect(preview.spot.area);
    painter.drawText(preview.spot.area.adjusted(4, 2, -4, -2), Qt::TextWordWrap, lines.join(u'\n'));
    return preview;
}

Result<std::vector<desk::SigningOutcome>> FakeSigner::sign(const QVector<DocumentId>& documents, const desk::KeyChoice&,
                                                           const Secret& pin, const desk::SigningWishes& wishes,
                                                           Progress& progress, std::stop_token stop)
{
    lastWishes = wishes;
    ++pins;
    if (pin.view() != m_office.pin.toUtf8())
        return fail(ErrorCode::PinWrong);
    std::vector<desk::SigningOutcome> outcomes;
    std::int64_t done = 0;
    for (const DocumentId& id : documents) {
        if (stop.stop_requested())
            outcomes.push_back({id, false, Error{ErrorCode::Cancelled, {}, {}}, {}});
        else if (const auto trouble = failing.find(id); trouble != failing.end())
            outcomes.push_back({id, false, trouble->second, {}});
        else
            outcomes.push_back(signOne(id));
        if (wishes.told)
            wishes.told(outcomes.back());
        progress.report(++done, documents.size());
    }
    return outcomes;
}

Result<std::vector<desk::OwedSignature>> FakeSigner::owed()
{
    const std::lock_guard lock(m_office.mutex());
    return m_office.owed;
}

void FakeSigner::tryOwed(std::stop_token)
{
    const std::lock_guard lock(m_office.mutex());
    std::erase_if(m_office.owed, [this](desk::OwedSignature& each) {
        each.problem = owedProblem;
        return !each.othersFirst && !owedProblem;
    });
}

Done FakeFormDrafts::save(const desk::FormDraft& draft)
{
    const std::lock_guard lock(m_office.mutex());
    std::erase_if(m_office.drafts, [&](const auto& known) { return known.id == draft.id; });
    m_office.drafts.push_back(draft);
    return {};
}

Result<std::vector<desk::FormDraft>> FakeFormDrafts::list()
{
    const std::lock_guard lock(m_office.mutex());
    return m_office.drafts;
}

Done FakeFormDrafts::remove(const QUuid& id)
{
    const std::lock_guard lock(m_office.mutex());
    std::erase_if(m_office.drafts, [&](const auto& known) { return known.id == id; });
    return {};
}

} // namespace diakinisi::fakes
