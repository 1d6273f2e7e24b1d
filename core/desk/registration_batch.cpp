#include "desk/registration_batch.h"

#include "desk/suggestion_rule.h"

#include <QFileInfo>

#include <algorithm>

namespace diakinisi::desk {

namespace {

using Kind = RegistrationConcern::Kind;

constexpr std::size_t mostSteps = 100;

/// The file's name and the page's place in it: so a page is called where its pile is read anew.
QString pageName(const ScannedPage& page)
{
    return QStringLiteral("%1/%2").arg(QFileInfo(page.file).fileName()).arg(page.frame);
}

QUuid rowId(const QUuid& pile, const QString& name)
{
    return QUuid::createUuidV5(pile, name);
}

std::optional<recognition::ReadField> readField(const recognition::LetterReading& reading, BatchField field)
{
    switch (field) {
    case BatchField::Subject:
        return reading.subject;
    case BatchField::Sender:
        return reading.sender;
    case BatchField::TheirNumber:
        return reading.senderNumber;
    case BatchField::TheirDate:
        return reading.senderDate;
    case BatchField::Kind:
        return reading.kind;
    case BatchField::Charge:
        break;
    }
    return std::nullopt;
}

QString textOf(const recognition::ReadField& read)
{
    return (read.value.isEmpty() ? read.text : read.value).simplified();
}

/// The unit that a charge leads to.
domain::UnitId unitOf(const std::optional<SuggestedCharge>& charge, const domain::Organisation& organisation)
{
    if (charge && charge->unit)
        return *charge->unit;
    const auto units = charge && charge->person ? organisation.unitsOf(*charge->person) : std::vector<domain::UnitId>();
    return units.empty() ? domain::UnitId() : units.front();
}

bool hasTwin(const std::vector<RegistrationConcern>& concerns)
{
    return std::ranges::any_of(concerns, [](const auto& each) { return each.kind == Kind::LooksLikeDuplicate; });
}

std::map<BatchField, BatchValue> typedOf(const RegistrationForm& form)
{
    std::map<BatchField, BatchValue> typed;
    const auto put = [&](BatchField field, const QString& text) {
        if (!text.isEmpty())
            typed[field].text = text;
    };
    put(BatchField::Subject, form.particulars.subject);
    put(BatchField::TheirNumber, form.particulars.theirNumber);
    put(BatchField::TheirDate, form.particulars.theirDate);
    put(BatchField::Kind, form.particulars.kind);
    if (!form.particulars.parties.empty())
        put(BatchField::Sender, form.particulars.parties.front().name);
    if (!form.charges.empty())
        typed[BatchField::Charge].charge =
            SuggestedCharge{form.charges.front().unit, form.charges.front().person, form.charges.front().purpose};
    return typed;
}

} // namespace

QString fieldName(BatchField field)
{
    switch (field) {
    case BatchField::Subject:
        return QStringLiteral("subject");
    case BatchField::Sender:
        return QStringLiteral("parties");
    case BatchField::TheirNumber:
        return QStringLiteral("their-number");
    case BatchField::TheirDate:
        return QStringLiteral("their-date");
    case BatchField::Kind:
        return QStringLiteral("kind");
    case BatchField::Charge:
        break;
    }
    return QStringLiteral("unit");
}

bool BatchRow::twinSeen() const
{
    return hasTwin(result.concerns);
}

const BatchRow* RegistrationBatch::row(const QUuid& id) const
{
    const auto found = std::ranges::find(m_rows, id, &BatchRow::id);
    return found == m_rows.end() ? nullptr : &*found;
}

BatchRow* RegistrationBatch::find(const QUuid& id)
{
    const auto found = std::ranges::find(m_rows, id, &BatchRow::id);
    return found == m_rows.end() ? nullptr : &*found;
}

BatchRow* RegistrationBatch::changeable(const QUuid& id)
{
    BatchRow* row = find(id);
    return row && !row->underWay && !row->isDone() ? row : nullptr;
}

std::vector<QUuid> RegistrationBatch::open() const
{
    std::vector<QUuid> rows;
    for (const BatchRow& row : m_rows)
        if (row.chosen && !row.underWay && !row.isDone())
            rows.push_back(row.id);
    return rows;
}

void RegistrationBatch::setDocuments(const QUuid& pile, const std::vector<std::vector<ScannedPage>>& documents)
{
    m_pile = pile;
    std::vector<QUuid> now;
    for (const auto& pages : documents)
        now.push_back(rowId(pile, pageName(pages.front())));
    std::erase_if(m_rows, [&](const BatchRow& row) {
        return !row.file && !row.isDone() && !row.underWay && std::ranges::find(now, row.id) == now.end();
    });
    std::size_t after = 0; // new rows stand behind the document before them
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto known = std::ranges::find(m_rows, now[i], &BatchRow::id);
        if (known == m_rows.end()) {
            BatchRow row{.id = now[i]};
            row.pages = documents[i];
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(after), std::move(row));
            ++after;
            continue;
        }
        if (!known->isDone() && !known->underWay)
            known->pages = documents[i];
        after = static_cast<std::size_t>(known - m_rows.begin()) + 1;
    }
}

void RegistrationBatch::setFiles(const std::vector<FormFile>& files)
{
    const auto idOf = [](const FormFile& file) { return rowId(QUuid(), file.file.digest.hex()); };
    std::erase_if(m_rows, [&](const BatchRow& row) {
        return row.file && !row.isDone() && !row.underWay &&
               std::ranges::none_of(files, [&](const FormFile& each) { return idOf(each) == row.id; });
    });
    for (const FormFile& each : files) {
        if (row(idOf(each)))
            continue;
        BatchRow made{.id = idOf(each)};
        made.file = each;
        made.file->role = domain::ItemRole::Main;
        m_rows.push_back(std::move(made));
    }
}

void RegistrationBatch::read(const QUuid& id, const recognition::LetterReading& reading)
{
    if (BatchRow* row = find(id))
        row->reading = reading;
}

void RegistrationBatch::suggest(const QUuid& id, const SuggestionSet& found)
{
    if (BatchRow* row = find(id))
        row->suggested = agreedCharge(found);
}

void RegistrationBatch::belongs(const QUuid& id, const domain::DocumentId& document, const QString& number)
{
    if (BatchRow* row = find(id))
        row->belongsTo.emplace(document, number);
}

void RegistrationBatch::begin(const QUuid& id)
{
    if (BatchRow* row = find(id)) {
        row->underWay = true;
        row->result.problem.reset();
    }
}

void RegistrationBatch::end(const QUuid& id, const BatchTry& result)
{
    if (BatchRow* row = find(id)) {
        row->underWay = false;
        row->result = result;
    }
}

BatchValue RegistrationBatch::common(BatchField field) const
{
    const auto known = m_common.find(field);
    return known == m_common.end() ? BatchValue() : known->second;
}

BatchCell RegistrationBatch::cell(const BatchRow& row, BatchField field) const
{
    using From = BatchCell::From;
    if (const auto typed = row.typed.find(field); typed != row.typed.end())
        return {typed->second, From::Typed};
    if (const BatchValue all = common(field); !all.isEmpty())
        return {all, From::Common};
    if (field == BatchField::Charge && row.suggested)
        return {{{}, row.suggested->value}, From::Suggested, {}, row.suggested->reason};
    const auto read = readField(row.reading, field);
    if (!read || read->confidence < recognition::offeredFrom)
        return {};
    return {{textOf(*read)}, From::Read, read};
}

void RegistrationBatch::step()
{
    Step step{m_common, {}};
    for (const BatchRow& row : m_rows)
        step.rows.emplace_back(row.id, row.typed, row.chosen);
    m_earlier.push_back(std::move(step));
    if (m_earlier.size() > mostSteps)
        m_earlier.erase(m_earlier.begin());
}

bool RegistrationBatch::undo()
{
    if (m_earlier.empty())
        return false;
    const Step back = std::move(m_earlier.back());
    m_earlier.pop_back();
    m_common = back.common;
    for (const auto& [id, typed, chosen] : back.rows)
        if (BatchRow* row = changeable(id)) {
            row->typed = typed;
            row->chosen = chosen;
        }
    return true;
}

void RegistrationBatch::setCommon(BatchField field, const BatchValue& value)
{
    if (common(field) == value)
        return;
    step();
    m_common[field] = value;
}

void RegistrationBatch::type(const QUuid& id, BatchField field, const BatchValue& value)
{
    BatchRow* row = changeable(id);
    if (!row || cell(*row, field).value == value)
        return; // what is only looked at stays what it was
    step();
    row->typed[field] = value;
}

void RegistrationBatch::choose(const QUuid& id, bool chosen)
{
    BatchRow* row = changeable(id);
    if (!row || row->chosen == chosen)
        return;
    step();
    row->chosen = chosen;
}

QUuid RegistrationBatch::copyDown(const QUuid& id, BatchField field)
{
    const auto from = std::ranges::find(m_rows, id, &BatchRow::id);
    if (from == m_rows.end())
        return {};
    const auto to =
        std::find_if(from + 1, m_rows.end(), [](const BatchRow& row) { return !row.isDone() && !row.underWay; });
    if (to == m_rows.end())
        return {};
    const BatchValue value = cell(*from, field).value;
    type(to->id, field, value);
    return to->id;
}

RegistrationForm RegistrationBatch::form(const BatchRow& row, const domain::Organisation& organisation) const
{
    const auto text = [&](BatchField field) { return cell(row, field).value.text.trimmed(); };
    RegistrationForm form;
    const std::optional<SuggestedCharge> charge = cell(row, BatchField::Charge).value.charge;
    form.identity.direction = domain::Direction::Incoming;
    form.identity.unit = unitOf(charge, organisation);
    form.identity.itemCount = 1;
    form.identity.sheetCount = static_cast<int>(row.pages.size());
    form.particulars.subject = text(BatchField::Subject);
    if (const QString sender = text(BatchField::Sender); !sender.isEmpty())
        form.particulars.parties.push_back({domain::PartyKind::Authority, sender, false});
    form.particulars.theirNumber = text(BatchField::TheirNumber);
    form.particulars.theirDate = text(BatchField::TheirDate);
    form.particulars.kind = text(BatchField::Kind);
    if (const auto& place = row.reading.place; place && place->confidence >= recognition::offeredFrom)
        form.particulars.place = textOf(*place);
    if (charge)
        form.charges.push_back({charge->unit, charge->person, charge->purpose, {}, {}});
    if (row.file)
        form.files.push_back(*row.file);
    return form;
}

std::optional<FormDraft> RegistrationBatch::draft(const BatchRow& row, Instant now) const
{
    if ((row.typed.empty() && !row.file) || row.isDone())
        return std::nullopt;
    BatchRow typed{.id = row.id};
    typed.typed = row.typed;
    typed.file = row.file;
    FormDraft draft{row.id, now, RegistrationBatch().form(typed, {})};
    draft.form.identity.itemCount = 1;
    if (draft.form.files.empty())
        draft.form.files.emplace_back();
    FormFile& file = draft.form.files.front();
    if (!row.pages.empty()) {
        file.pile = m_pile.toString(QUuid::WithoutBraces);
        file.page = pageName(row.pages.front());
    }
    return draft;
}

void RegistrationBatch::restore(const std::vector<FormDraft>& drafts)
{
    for (const FormDraft& draft : drafts)
        if (BatchRow* row = changeable(draft.id))
            for (const auto& [field, value] : typedOf(draft.form))
                row->typed.try_emplace(field, value);
}

BatchTry registerRow(Registrar& registrar, const RegistrationForm& form, bool evenIfTwin)
{
    BatchTry tried;
    auto concerns = registrar.check(form);
    if (!concerns) {
        tried.problem = concerns.error();
        return tried;
    }
    tried.concerns = std::move(*concerns);
    if (std::ranges::any_of(tried.concerns, &RegistrationConcern::blocks) || (hasTwin(tried.concerns) && !evenIfTwin))
        return tried;
    const auto outcome = registrar.registerDocument(form);
    if (outcome)
        tried.outcome = *outcome;
    else
        tried.problem = outcome.error();
    return tried;
}

bool isOfBatch(const FormDraft& draft)
{
    return std::ranges::any_of(draft.form.files, [](const FormFile& file) { return !file.page.isEmpty(); });
}

} // namespace diakinisi::desk
