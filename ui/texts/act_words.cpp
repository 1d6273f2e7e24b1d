#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QCoreApplication>

namespace diakinisi::ui {

namespace {

class ActWords
{
    Q_DECLARE_TR_FUNCTIONS(ActWords)
};

} // namespace

QString actWord(domain::Act act)
{
    using domain::Act;
    switch (act) {
    case Act::Charge:
        return ActWords::tr("Charge");
    case Act::TakeOver:
        return ActWords::tr("Take over");
    case Act::ReturnCharge:
        return ActWords::tr("Return");
    case Act::CompleteCharge:
        return ActWords::tr("Complete");
    case Act::Submit:
        return ActWords::tr("Submit for signature");
    case Act::Approve:
        return ActWords::tr("Approve");
    case Act::ApproveWithObjection:
        return ActWords::tr("Approve with objection");
    case Act::Sign:
        return ActWords::tr("Sign");
    case Act::SendBack:
        return ActWords::tr("Send back");
    case Act::Withdraw:
        return ActWords::tr("Withdraw");
    case Act::AddNote:
        return ActWords::tr("Note");
    case Act::AddFile:
        return ActWords::tr("Add file");
    case Act::CorrectIdentity:
        return ActWords::tr("Correct particulars");
    case Act::CancelNumber:
        return ActWords::tr("Cancel number");
    case Act::SetAccess:
        return ActWords::tr("Access");
    case Act::Reply:
        return ActWords::tr("Reply");
    }
    return {};
}

QString actHint(domain::Act act)
{
    using domain::Act;
    switch (act) {
    case Act::Charge:
        return ActWords::tr("Charge the document to a unit or a person");
    case Act::TakeOver:
        return ActWords::tr("I am the one who handles it");
    case Act::ReturnCharge:
        return ActWords::tr("Return the charge with a reason");
    case Act::CompleteCharge:
        return ActWords::tr("Handling is finished, with or without an answer");
    case Act::Submit:
        return ActWords::tr("Put together the chain of approvals and signatures");
    case Act::Approve:
        return ActWords::tr("Approve the document as it is; it goes to the next");
    case Act::ApproveWithObjection:
        return ActWords::tr("Approve with a written objection that stays visible");
    case Act::Sign:
        return ActWords::tr("Sign digitally");
    case Act::SendBack:
        return ActWords::tr("Send back to the author with a reason");
    case Act::Withdraw:
        return ActWords::tr("Take it back before the next one has acted");
    case Act::AddNote:
        return ActWords::tr("Write a note that all see who see the document");
    case Act::AddFile:
        return ActWords::tr("Add an attachment or a new version");
    case Act::CorrectIdentity:
        return ActWords::tr("Correct a particular; the old value stays readable");
    case Act::CancelNumber:
        return ActWords::tr("Cancel the number with a reason; the row stays in the book");
    case Act::SetAccess:
        return ActWords::tr("Restrict the document to named persons");
    case Act::Reply:
        return ActWords::tr("Begin a draft that answers this document");
    }
    return {};
}

QString syncWords(const desk::SyncStatus& status)
{
    using State = desk::SyncStatus::State;
    switch (status.state) {
    case State::SignedOut:
        return ActWords::tr("Not signed in");
    case State::Offline:
        return ActWords::tr("Without connection to the server");
    case State::Connecting:
        return ActWords::tr("Connecting ...");
    case State::Syncing:
        return ActWords::tr("Updating ...");
    case State::Synced:
        return status.lastSynced ? ActWords::tr("Up to date at %1").arg(timeOfDay(*status.lastSynced))
                                 : ActWords::tr("Up to date");
    case State::SessionExpired:
        return ActWords::tr("The session has ended: sign in again");
    case State::ServerUntrusted:
        return ActWords::tr("The server's certificate is not trusted");
    case State::Rewinding:
        return ActWords::tr("The server was restored; settling with it ...");
    }
    return {};
}

} // namespace diakinisi::ui
