#include "domain/validate.h"

#include "base/limits.h"

#include <QDate>

#include <algorithm>

namespace diakinisi::domain {

namespace {

bool isClean(const QString& text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 0x20 ? c.unicode() != 0x7F : (c == u'\n' || c == u'\t'); });
}

Done validateParties(const Identity& identity, const Particulars& particulars,
                     const std::vector<PartyContact>& contacts)
{
    if (particulars.parties.empty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("parties"));
    if (static_cast<qsizetype>(particulars.parties.size()) > limits::listEntries)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("parties"));
    for (const Party& party : particulars.parties) {
        if (party.kind == PartyKind::Anonymous && identity.direction == Direction::Incoming)
            continue;
        if (auto ok = validateText(party.name, QStringLiteral("parties")); !ok)
            return ok;
    }
    for (const PartyContact& contact : contacts) {
        if (contact.party < 0 || static_cast<std::size_t>(contact.party) >= particulars.parties.size())
            return fail(ErrorCode::FieldInvalid, QStringLiteral("contacts"));
        for (const QString* text : {&contact.taxNumber, &contact.email, &contact.phone, &contact.address})
            if (auto ok = validateOptionalText(*text, QStringLiteral("contacts")); !ok)
                return ok;
    }
    return {};
}

} // namespace

Done validateOptionalText(const QString& text, const QString& field)
{
    if (text.size() > limits::fieldCharacters)
        return fail(ErrorCode::LimitExceeded, field);
    if (!isClean(text))
        return fail(ErrorCode::FieldInvalid, field);
    return {};
}

Done validateText(const QString& text, const QString& field, ErrorCode whenEmpty)
{
    if (text.trimmed().isEmpty())
        return fail(whenEmpty, field);
    return validateOptionalText(text, field);
}

Done validateDate(const QString& date, const QString& field)
{
    constexpr qsizetype length = 10;
    if (date.isEmpty())
        return {};
    if (date.size() != length || !QDate::fromString(date, Qt::ISODate).isValid())
        return fail(ErrorCode::FieldInvalid, field);
    return {};
}

Done validateUnit(const UnitId& id, const Organisation& organisation, const QString& field)
{
    if (id.isNull())
        return fail(ErrorCode::FieldMissing, field);
    const Unit* unit = organisation.unit(id);
    if (!unit || !unit->active)
        return fail(ErrorCode::UnitUnknown, field);
    return {};
}

Done validatePerson(const PersonId& id, const Organisation& organisation, const QString& field)
{
    const Person* person = organisation.person(id);
    if (!person || !person->active)
        return fail(ErrorCode::PersonUnknown, field);
    return {};
}

Done validateIdentity(const Identity& identity, const Particulars& particulars,
                      const std::vector<PartyContact>& contacts, const Organisation& organisation)
{
    constexpr int mostCounted = 100'000;
    if (auto ok = validateText(particulars.subject, QStringLiteral("subject")); !ok)
        return ok;
    if (auto ok = validateParties(identity, particulars, contacts); !ok)
        return ok;
    if (identity.itemCount < 1 || identity.itemCount > mostCounted)
        return fail(identity.itemCount < 1 ? ErrorCode::FieldMissing : ErrorCode::FieldInvalid,
                    QStringLiteral("item-count"));
    if (identity.sheetCount < 0 || identity.sheetCount > mostCounted)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("sheet-count"));
    if (auto ok = validateUnit(identity.unit, organisation, QStringLiteral("unit")); !ok)
        return ok;
    if (auto ok = validateOptionalText(particulars.theirNumber, QStringLiteral("their-number")); !ok)
        return ok;
    if (auto ok = validateDate(particulars.theirDate, QStringLiteral("their-date")); !ok)
        return ok;
    if (auto ok = validateOptionalText(particulars.place, QStringLiteral("place")); !ok)
        return ok;
    return validateOptionalText(particulars.kind, QStringLiteral("kind"));
}

Done validateFile(const FileRef& file, const QString& field)
{
    if (file.digest.isZero() || file.size <= 0 || file.mediaType.isEmpty())
        return fail(ErrorCode::FieldInvalid, field);
    if (file.size > limits::fileBytes)
        return fail(ErrorCode::FileTooLarge, file.name);
    if (file.name.contains(u'/') || file.name.contains(u'\\'))
        return fail(ErrorCode::FieldInvalid, field);
    return validateOptionalText(file.name, field);
}

Done validateItems(const std::vector<NewItem>& items)
{
    if (static_cast<qsizetype>(items.size()) > limits::listEntries)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("items"));
    int mains = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const NewItem& item = items[i];
        mains += item.role == ItemRole::Main ? 1 : 0;
        const bool again = std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&item](const NewItem& earlier) { return earlier.id == item.id; });
        if (item.id.isNull() || item.version.isNull() || mains > 1 || again)
            return fail(ErrorCode::FieldInvalid, QStringLiteral("items"));
        if (auto ok = validateFile(item.file, QStringLiteral("items")); !ok)
            return ok;
        if (auto ok = validateOptionalText(item.title, QStringLiteral("items")); !ok)
            return ok;
    }
    return {};
}

} // namespace diakinisi::domain
