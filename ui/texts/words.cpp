#include "ui/texts/words.h"

#include "ui/texts/format.h"

#include <QCoreApplication>

#include <map>

namespace diakinisi::ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString translated(const std::map<QString, const char*>& words, const QString& key)
{
    const auto found = words.find(key);
    return found == words.end() ? key : Words::tr(found->second);
}

} // namespace

QString directionWord(domain::Direction direction)
{
    switch (direction) {
    case domain::Direction::Incoming:
        return Words::tr("Incoming");
    case domain::Direction::Outgoing:
        return Words::tr("Outgoing");
    case domain::Direction::Internal:
        return Words::tr("Internal");
    }
    return {};
}

QString purposeWord(domain::Purpose purpose)
{
    switch (purpose) {
    case domain::Purpose::Action:
        return Words::tr("For action");
    case domain::Purpose::Information:
        return Words::tr("For information");
    case domain::Purpose::Opinion:
        return Words::tr("For opinion");
    }
    return {};
}

QString chargeStateWord(domain::ChargeState state)
{
    switch (state) {
    case domain::ChargeState::Charged:
        return Words::tr("charged");
    case domain::ChargeState::TakenOver:
        return Words::tr("taken over");
    case domain::ChargeState::Returned:
        return Words::tr("returned");
    case domain::ChargeState::Completed:
        return Words::tr("completed");
    }
    return {};
}

QString stepKindWord(domain::StepKind kind)
{
    return kind == domain::StepKind::Sign ? Words::tr("signature") : Words::tr("approval");
}

QString stepStateWord(domain::StepState state)
{
    switch (state) {
    case domain::StepState::Waiting:
        return Words::tr("waiting");
    case domain::StepState::Approved:
        return Words::tr("approved");
    case domain::StepState::ApprovedWithObjection:
        return Words::tr("approved with objection");
    case domain::StepState::Signed:
        return Words::tr("signed");
    case domain::StepState::SentBack:
        return Words::tr("sent back");
    }
    return {};
}

QString routeStateWord(domain::RouteState state)
{
    switch (state) {
    case domain::RouteState::None:
        return {};
    case domain::RouteState::Open:
        return Words::tr("On its way for approval");
    case domain::RouteState::Completed:
        return Words::tr("Signed by all");
    case domain::RouteState::SentBack:
        return Words::tr("Sent back to the author");
    case domain::RouteState::Withdrawn:
        return Words::tr("Withdrawn by the author");
    }
    return {};
}

QString numberStateWord(domain::NumberState state)
{
    switch (state) {
    case domain::NumberState::None:
        return Words::tr("without number");
    case domain::NumberState::Waiting:
        return Words::tr("waiting for number");
    case domain::NumberState::Given:
        return Words::tr("registered");
    case domain::NumberState::Reserved:
        return Words::tr("number reserved");
    case domain::NumberState::Leased:
        return Words::tr("number leased");
    case domain::NumberState::Returned:
        return Words::tr("number returned unused");
    case domain::NumberState::Cancelled:
        return Words::tr("number cancelled");
    }
    return {};
}

QString partyKindWord(domain::PartyKind kind)
{
    switch (kind) {
    case domain::PartyKind::Citizen:
        return Words::tr("Citizen");
    case domain::PartyKind::Authority:
        return Words::tr("Authority");
    case domain::PartyKind::Company:
        return Words::tr("Company");
    case domain::PartyKind::Unit:
        return Words::tr("Own unit");
    case domain::PartyKind::Anonymous:
        return Words::tr("Anonymous");
    }
    return {};
}

QString roleWord(domain::Role role)
{
    switch (role) {
    case domain::Role::Clerk:
        return Words::tr("Clerk");
    case domain::Role::RegistryClerk:
        return Words::tr("Registry clerk");
    case domain::Role::RegistryHead:
        return Words::tr("Head of registry");
    case domain::Role::Head:
        return Words::tr("Head");
    case domain::Role::FinalSignatory:
        return Words::tr("Final signatory");
    case domain::Role::Auditor:
        return Words::tr("Auditor");
    case domain::Role::Administrator:
        return Words::tr("Administrator");
    }
    return {};
}

QString listTitle(desk::ListKind kind)
{
    switch (kind) {
    case desk::ListKind::ForAction:
        return Words::tr("To act on");
    case desk::ListKind::ForApproval:
        return Words::tr("To approve");
    case desk::ListKind::ForInformation:
        return Words::tr("To know");
    case desk::ListKind::Unassigned:
        return Words::tr("Uncharged");
    case desk::ListKind::Book:
        return Words::tr("Register book");
    case desk::ListKind::Drafts:
        return Words::tr("Drafts");
    case desk::ListKind::Outgoing:
        return Words::tr("Outgoing documents");
    case desk::ListKind::NeedsYou:
        return Words::tr("They need you");
    }
    return {};
}

QString eventWords(const QString& kind)
{
    static const std::map<QString, const char*> words{
        {QStringLiteral("document-registered"), QT_TRANSLATE_NOOP("Words", "Registered")},
        {QStringLiteral("draft-started"), QT_TRANSLATE_NOOP("Words", "Draft begun")},
        {QStringLiteral("number-reserved"), QT_TRANSLATE_NOOP("Words", "Number reserved for the signature")},
        {QStringLiteral("number-confirmed"), QT_TRANSLATE_NOOP("Words", "Number given with the final signature")},
        {QStringLiteral("file-added"), QT_TRANSLATE_NOOP("Words", "File added")},
        {QStringLiteral("rendition-added"), QT_TRANSLATE_NOOP("Words", "Form of the file added")},
        {QStringLiteral("file-arrived"), QT_TRANSLATE_NOOP("Words", "File arrived at the server")},
        {QStringLiteral("rendition-judged"), QT_TRANSLATE_NOOP("Words", "File checked by the server")},
        {QStringLiteral("finding-recorded"), QT_TRANSLATE_NOOP("Words", "Signatures of the file checked")},
        {QStringLiteral("identity-corrected"), QT_TRANSLATE_NOOP("Words", "Particulars corrected")},
        {QStringLiteral("number-cancelled"), QT_TRANSLATE_NOOP("Words", "Number cancelled")},
        {QStringLiteral("charged"), QT_TRANSLATE_NOOP("Words", "Charged")},
        {QStringLiteral("charge-taken-over"), QT_TRANSLATE_NOOP("Words", "Taken over")},
        {QStringLiteral("charge-returned"), QT_TRANSLATE_NOOP("Words", "Charge returned")},
        {QStringLiteral("charge-completed"), QT_TRANSLATE_NOOP("Words", "Handling completed")},
        {QStringLiteral("submitted"), QT_TRANSLATE_NOOP("Words", "Submitted for signature")},
        {QStringLiteral("step-approved"), QT_TRANSLATE_NOOP("Words", "Approved")},
        {QStringLiteral("step-approved-with-objection"), QT_TRANSLATE_NOOP("Words", "Approved with objection")},
        {QStringLiteral("step-signed"), QT_TRANSLATE_NOOP("Words", "Signed")},
        {QStringLiteral("step-sent-back"), QT_TRANSLATE_NOOP("Words", "Sent back")},
        {QStringLiteral("route-withdrawn"), QT_TRANSLATE_NOOP("Words", "Withdrawn by the author")},
        {QStringLiteral("note-added"), QT_TRANSLATE_NOOP("Words", "Note")},
        {QStringLiteral("access-set"), QT_TRANSLATE_NOOP("Words", "Access changed")},
        {QStringLiteral("organisation-founded"), QT_TRANSLATE_NOOP("Words", "Organisation founded")},
        {QStringLiteral("unit-defined"), QT_TRANSLATE_NOOP("Words", "Unit defined")},
        {QStringLiteral("person-defined"), QT_TRANSLATE_NOOP("Words", "Person defined")},
        {QStringLiteral("certificate-registered"), QT_TRANSLATE_NOOP("Words", "Certificate registered")},
        {QStringLiteral("replacement-set"), QT_TRANSLATE_NOOP("Words", "Replacement set")},
        {QStringLiteral("policy-set"), QT_TRANSLATE_NOOP("Words", "Policy set")},
        {QString(), QT_TRANSLATE_NOOP("Words", "An act that needs a newer version of the program")},
    };
    return translated(words, kind);
}

QString commandWords(const QString& kind)
{
    static const std::map<QString, const char*> words{
        {QStringLiteral("register"), QT_TRANSLATE_NOOP("Words", "Registration")},
        {QStringLiteral("start-draft"), QT_TRANSLATE_NOOP("Words", "New draft")},
        {QStringLiteral("reserve"), QT_TRANSLATE_NOOP("Words", "Reservation of a number")},
        {QStringLiteral("confirm"), QT_TRANSLATE_NOOP("Words", "Final signature")},
        {QStringLiteral("add-file"), QT_TRANSLATE_NOOP("Words", "Attachment of a file")},
        {QStringLiteral("add-rendition"), QT_TRANSLATE_NOOP("Words", "Preparation of the file")},
        {QStringLiteral("record-finding"), QT_TRANSLATE_NOOP("Words", "Finding about the signatures")},
        {QStringLiteral("correct-identity"), QT_TRANSLATE_NOOP("Words", "Correction of particulars")},
        {QStringLiteral("cancel-number"), QT_TRANSLATE_NOOP("Words", "Cancellation of the number")},
        {QStringLiteral("charge"), QT_TRANSLATE_NOOP("Words", "Charge")},
        {QStringLiteral("take-over"), QT_TRANSLATE_NOOP("Words", "Taking over")},
        {QStringLiteral("return-charge"), QT_TRANSLATE_NOOP("Words", "Return of the charge")},
        {QStringLiteral("complete-charge"), QT_TRANSLATE_NOOP("Words", "Completion")},
        {QStringLiteral("submit"), QT_TRANSLATE_NOOP("Words", "Submission for signature")},
        {QStringLiteral("approve"), QT_TRANSLATE_NOOP("Words", "Approval")},
        {QStringLiteral("approve-with-objection"), QT_TRANSLATE_NOOP("Words", "Approval with objection")},
        {QStringLiteral("sign"), QT_TRANSLATE_NOOP("Words", "Signature")},
        {QStringLiteral("send-back"), QT_TRANSLATE_NOOP("Words", "Sending back")},
        {QStringLiteral("withdraw"), QT_TRANSLATE_NOOP("Words", "Withdrawal")},
        {QStringLiteral("add-note"), QT_TRANSLATE_NOOP("Words", "Note")},
        {QStringLiteral("set-access"), QT_TRANSLATE_NOOP("Words", "Change of access")},
    };
    return translated(words, kind);
}

QString fieldWord(const QString& field)
{
    static const std::map<QString, const char*> words{
        {QStringLiteral("subject"), QT_TRANSLATE_NOOP("Words", "Subject")},
        {QStringLiteral("parties"), QT_TRANSLATE_NOOP("Words", "Sender or recipients")},
        {QStringLiteral("unit"), QT_TRANSLATE_NOOP("Words", "Unit")},
        {QStringLiteral("item-count"), QT_TRANSLATE_NOOP("Words", "Items")},
        {QStringLiteral("sheet-count"), QT_TRANSLATE_NOOP("Words", "Sheets")},
        {QStringLiteral("their-number"), QT_TRANSLATE_NOOP("Words", "Their number")},
        {QStringLiteral("their-date"), QT_TRANSLATE_NOOP("Words", "Their date")},
        {QStringLiteral("place"), QT_TRANSLATE_NOOP("Words", "Place of issue")},
        {QStringLiteral("kind"), QT_TRANSLATE_NOOP("Words", "Kind")},
        {QStringLiteral("due-date"), QT_TRANSLATE_NOOP("Words", "Due date")},
        {QStringLiteral("charges"), QT_TRANSLATE_NOOP("Words", "Charge")},
        {QStringLiteral("files"), QT_TRANSLATE_NOOP("Words", "File")},
    };
    return translated(words, field);
}

} // namespace diakinisi::ui
