#include "desk/desk_acts.h"

#include "imaging/codes.h"
#include "imaging/label_code.h"

// What is printed for the paper of a registered document.
namespace diakinisi::desk {

namespace {

constexpr int module = 8; ///< pixels: sharp at any printer's resolution

} // namespace

Result<PaperLabel> DeskRegistrar::label(const domain::DocumentId& document)
{
    const auto state = m_parts.store->views().document(document);
    if (!state)
        return fail(state.error());
    const domain::Registration& registration = state->document.registration;
    if (!registration.number)
        return fail(ErrorCode::NotFound, QStringLiteral("number"));
    PaperLabel label;
    label.organisation = m_parts.organisation()->name;
    label.number = display(*registration.number);
    label.date = registration.legalTime ? registration.legalTime->localDate : QString();
    label.subject = state->document.particulars.subject;
    QStringList names;
    for (const domain::Party& party : state->document.particulars.parties)
        names << party.name;
    label.parties = names.join(QStringLiteral(", "));
    const imaging::LabelCode code{static_cast<int>(registration.number->number), registration.number->year,
                                  label.organisation};
    auto picture = imaging::makeCode(imaging::CodeKind::Qr, imaging::labelText(code), module);
    if (!picture)
        return fail(picture.error());
    label.code = std::move(*picture);
    return label;
}

} // namespace diakinisi::desk
