#include "desk/signing_run.h"

#include "desk/mark_maker.h"
#include "domain/possible.h"
#include "pdf/number_field.h"

#include <QBuffer>
#include <QDateTime>

namespace diakinisi::desk {

using namespace domain;

namespace {

using namespace std::chrono_literals;
constexpr auto numberPatience = 25s; ///< the undo time of an approval just given may pass first
constexpr auto settlePatience = 20s;

const QString pdfType = QStringLiteral("application/pdf");

/// "23/11/2026" of "2026-11-23".
QString dateOf(const LegalTime& time)
{
    return QDate::fromString(time.localDate, Qt::ISODate).toString(QStringLiteral("dd/MM/yyyy"));
}

bool canBeReached(SyncStatus::State state)
{
    return state == SyncStatus::State::Synced || state == SyncStatus::State::Syncing ||
           state == SyncStatus::State::Connecting;
}

} // namespace

SigningRun::SigningRun(Parts& parts, std::unique_ptr<signing::SigningKey> key, signing::CertificateFacts facts,
                       const pdf::Font& font, const SigningWishes& wishes, Progress& progress, std::stop_token stop)
    : m_parts(parts),
      m_key(std::move(key)),
      m_facts(std::move(facts)),
      m_font(font),
      m_wishes(wishes),
      m_progress(progress),
      m_stop(std::move(stop))
{
}

std::vector<SigningOutcome> SigningRun::run(const SigningPlan& plan)
{
    std::vector<Act> acts;
    for (const SigningItem& item : plan.items) {
        Act act;
        act.outcome.document = item.document;
        act.outcome.problem = item.problem;
        act.outcome.number = item.row.number;
        act.takesNumber = item.takesNumber;
        acts.push_back(std::move(act));
    }
    reserve(acts);
    signAll(acts);
    settle(acts);
    std::vector<SigningOutcome> outcomes;
    for (Act& act : acts)
        outcomes.push_back(std::move(act.outcome));
    return outcomes;
}

/// Asks for all numbers at once, then waits: a number comes from the server or not at all.
void SigningRun::reserve(std::vector<Act>& acts)
{
    const SyncStatus::State state = m_parts.status().state;
    std::vector<Act*> waiting;
    for (Act& act : acts) {
        if (!act.open() || !act.takesNumber || numberCame(act))
            continue;
        if (state == SyncStatus::State::SessionExpired || state == SyncStatus::State::SignedOut)
            act.outcome.problem = Error{ErrorCode::SessionExpired, {}, {}};
        else if (!canBeReached(state))
            act.outcome.problem = Error{ErrorCode::ServerUnreachable, {}, {}};
        else
            askForNumber(act);
        if (act.open())
            waiting.push_back(&act);
    }
    const auto all = [this, &waiting] {
        return std::ranges::all_of(waiting, [this](Act* act) { return numberCame(*act) || act->outcome.problem; });
    };
    if (waiting.empty() || m_parts.watch.waitFor(all, numberPatience, m_stop))
        return;
    for (Act* act : waiting)
        if (act->open() && !numberCame(*act)) {
            // Taken back if it has not left; else the number comes later and the plan offers the document again.
            static_cast<void>(m_parts.store->undo(*act->command));
            act->outcome.problem =
                Error{m_stop.stop_requested() ? ErrorCode::Cancelled : ErrorCode::ServerUnreachable, {}, {}};
        }
}

void SigningRun::askForNumber(Act& act)
{
    const auto state = m_parts.store->views().document(act.outcome.document);
    const auto person = m_parts.person();
    const Step* step =
        state && person ? stepFor(state->document, *m_parts.organisation(), *person, m_parts.officialNow()) : nullptr;
    if (!step) {
        act.outcome.problem = state ? Error{ErrorCode::NotYourTurn, {}, {}} : state.error();
        return;
    }
    const auto waiting = m_parts.store->views().waiting(act.outcome.document);
    // One that an earlier run asked for and that is still on its way serves as well.
    if (waiting)
        for (const storage::WaitingCommand& each : *waiting)
            if (std::holds_alternative<Reserve>(each.command.body)) {
                act.command = each.command.id;
                return;
            }
    const auto made =
        m_parts.act(act.outcome.document, Reserve{step->id, state->document.mainItem()->newest().newest().file.digest});
    if (made)
        act.command = *made;
    else
        act.outcome.problem = made.error();
}

bool SigningRun::numberCame(Act& act)
{
    const auto document = m_parts.store->views().confirmed(act.outcome.document);
    if (document && document->registration.state == NumberState::Reserved) {
        act.outcome.number = document->registration.number;
        return true;
    }
    if (act.command)
        if (auto refusal = refusalOf(*act.command))
            act.outcome.problem = std::move(refusal);
    return false;
}

std::optional<Error> SigningRun::refusalOf(const CommandId& command)
{
    const auto entries = m_parts.store->views().attention();
    if (entries)
        for (const storage::AttentionEntry& entry : *entries)
            if (entry.command == command)
                return entry.reason;
    return std::nullopt;
}

/// While the key signs the next document, timestamps and revocation data of the former ones are fetched.
void SigningRun::signAll(std::vector<Act>& acts)
{
    m_authorities = m_parts.authorities.forPolicy(m_parts.organisation()->policy);
    m_authorities->timestamps.forgive(); // a person asked: nobody is left out for what was an hour ago
    const auto all = static_cast<std::int64_t>(acts.size());
    std::int64_t done = 0;
    std::vector<Act*> open;
    for (Act& act : acts)
        if (act.open()) {
            open.push_back(&act);
        } else {
            told(act.outcome);
            m_progress.report(++done, all);
        }
    signing::BatchSteps steps;
    steps.open = [this, &open](std::size_t i) { return begin(*open[i]); };
    steps.accept = [this, &open](std::size_t i, signing::BatchFile& file, const signing::SignedPdf& made) {
        return accept(*open[i], file, made);
    };
    steps.keyDone = [this] { m_key.reset(); }; // logged out before anything is waited for
    steps.concluded = [this, &open, &done, all](std::size_t i, const signing::BatchOutcome& made) {
        SigningOutcome& outcome = open[i]->outcome;
        outcome.isSigned = made.made.has_value();
        outcome.problem = made.problem;
        outcome.owed = made.made ? made.made->owed : std::nullopt;
        told(outcome);
        m_progress.report(++done, all);
    };
    Progress quiet;
    static_cast<void>(signing::signBatch(open.size(), steps, *m_key, &m_font, m_stop, quiet));
}

void SigningRun::told(const SigningOutcome& outcome) const
{
    if (m_wishes.told)
        m_wishes.told(outcome);
}

Result<signing::BatchFile> SigningRun::begin(Act& act)
{
    const auto state = m_parts.store->views().document(act.outcome.document);
    if (!state)
        return fail(state.error());
    const Document& document = state->document;
    const auto person = m_parts.person();
    const Step* step = person ? stepFor(document, *m_parts.organisation(), *person, m_parts.officialNow()) : nullptr;
    if (!step || step->kind != StepKind::Sign)
        return fail(ErrorCode::NotYourTurn);
    const FileRef& newest = document.mainItem()->newest().newest().file;
    auto former = read(newest.digest);
    if (!former)
        return fail(former.error());
    act.name = newest.name;
    act.step = step->id;
    act.last = document.route.isLast(step->id);
    act.confirms = document.registration.state == NumberState::Reserved;
    act.former = newest.digest;
    if (act.confirms) {
        auto made = numbered(document, *former, newest.digest, act.name);
        if (!made)
            return fail(made.error());
        if (*made) {
            act.renditions.push_back((*made)->rendition);
            act.former = (*made)->rendition.file.digest;
            former = std::move((*made)->bytes);
        }
    }
    return filesFor(document, *former);
}

Done SigningRun::accept(Act& act, signing::BatchFile& file, const signing::SignedPdf& signedPdf)
{
    const RenditionRole role = act.last ? RenditionRole::Signed : RenditionRole::CoSigned;
    const auto made = keep(static_cast<QBuffer&>(*file.to).data(), act.former, role, act.name);
    if (!made)
        return fail(made.error());
    act.renditions.push_back(made->rendition);
    const DocumentId& document = act.outcome.document;
    const auto queue = [this, &act, &document]() -> Done {
        const auto queued = act.confirms ? m_parts.act(document, Confirm{act.step, act.renditions})
                                         : m_parts.act(document, Sign{act.step, act.renditions});
        if (!queued)
            return fail(queued.error());
        act.command = *queued;
        return {};
    };
    return signedPdf.owed ? m_parts.owing(document, made->rendition.file.digest, queue) : queue();
}

Result<QByteArray> SigningRun::read(const Sha256& digest)
{
    const auto file = m_parts.store->files().open(digest);
    if (!file)
        return fail(file.error());
    QByteArray bytes = (*file)->readAll();
    if (bytes.size() != (*file)->size())
        return fail(ErrorCode::FileUnreadable, digest.hex(), (*file)->errorString());
    return bytes;
}

Result<SigningRun::Made> SigningRun::keep(QByteArray bytes, const Sha256& derivedFrom, RenditionRole role,
                                          const QString& name)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    auto file = m_parts.store->files().put(buffer, pdfType, name);
    if (!file)
        return fail(file.error());
    buffer.close();
    return Made{{std::move(*file), role, derivedFrom}, std::move(bytes)};
}

/// The reserved number in its field; nothing when the file has no such field or has it filled already.
Result<std::optional<SigningRun::Made>> SigningRun::numbered(const Document& document, const QByteArray& former,
                                                             const Sha256& formerDigest, const QString& name)
{
    const Registration& registration = document.registration;
    if (!registration.number || !registration.legalTime)
        return fail(ErrorCode::NumberNotReserved);
    QBuffer from;
    from.setData(former);
    from.open(QIODevice::ReadOnly);
    const auto field = pdf::readNumberField(from);
    if (!field)
        return fail(field.error());
    const QString number = display(*registration.number);
    if (!field->exists || field->number == number)
        return std::nullopt;
    QBuffer to;
    to.open(QIODevice::ReadWrite);
    if (const Done filled = pdf::fillNumberField(from, to, m_font, number, dateOf(*registration.legalTime)); !filled)
        return fail(filled.error());
    return keep(to.data(), formerDigest, RenditionRole::Numbered, name).map([](Made made) {
        return std::optional(std::move(made));
    });
}

/// As chosen for all, with this document's own place and code.
MarkWishes SigningRun::markOf(const Document& document) const
{
    MarkWishes wishes = m_wishes.mark;
    if (const auto drawn = m_wishes.spots.find(document.id); drawn != m_wishes.spots.end())
        wishes.spot = drawn->second;
    if (wishes.withCode)
        wishes.qr = markCode(document, *m_parts.organisation());
    return wishes;
}

Result<signing::BatchFile> SigningRun::filesFor(const Document& document, const QByteArray& former)
{
    auto from = std::make_unique<QBuffer>();
    from->setData(former);
    from->open(QIODevice::ReadOnly);
    auto to = std::make_unique<QBuffer>();
    to->open(QIODevice::ReadWrite);
    signing::SignOptions options;
    options.now = m_parts.officialNow();
    const auto made = MarkMaker(m_parts).make(former, m_facts.commonName, markOf(document), m_stop);
    if (!made)
        return fail(made.error());
    options.mark = made->mark;
    options.fieldName = made->room.fieldName;
    options.level = m_authorities->level;
    options.away = m_authorities->away;
    options.authorities = m_authorities->all();
    signing::BatchFile file;
    file.from = std::move(from);
    file.to = std::move(to);
    file.options = std::move(options);
    return file;
}

/// Gives the server a while to say yes or no. What has not been answered by then waits in the outbox as everything
/// does.
void SigningRun::settle(std::vector<Act>& acts)
{
    if (!canBeReached(m_parts.status().state))
        return;
    const auto all = [this, &acts] {
        return std::ranges::all_of(acts, [this](Act& act) { return !act.outcome.isSigned || settled(act); });
    };
    static_cast<void>(m_parts.watch.waitFor(all, settlePatience, m_stop));
}

bool SigningRun::settled(Act& act)
{
    if (auto refusal = refusalOf(*act.command)) {
        act.outcome.isSigned = false;
        act.outcome.owed.reset();
        act.outcome.problem = std::move(refusal);
        return true;
    }
    const auto waiting = m_parts.store->views().waiting(act.outcome.document);
    if (!waiting)
        return true;
    const bool still = std::ranges::any_of(
        *waiting, [&act](const storage::WaitingCommand& each) { return each.command.id == *act.command; });
    return !still;
}

} // namespace diakinisi::desk
