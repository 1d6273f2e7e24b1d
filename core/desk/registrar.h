#pragma once
#include "base/result.h"
#include "desk/paper_label.h"
#include "desk/rows.h"

namespace diakinisi::desk {

/// A file for a document, already in the desk's store (see DeskFiles::import).
struct FormFile {
    domain::FileRef file;
    domain::ItemRole role = domain::ItemRole::Main;
    QString title;
    QString pile{}; ///< the pile of scanned pages that it was made of (ScanDesk); empty for other files
    QString mark{}; ///< of its first page (imaging::PageMark, base 64): the same paper is known by it
    QString page{}; ///< of a row of a grid: the page of the pile that its document begins with

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"file", self.file);
        v(u"role", self.role);
        v(u"title", self.title);
        v(u"pile", self.pile);
        v(u"mark", self.mark);
        v(u"page", self.page);
    }
};

/// One charge that goes with the registration.
struct FormCharge {
    std::optional<domain::UnitId> unit;
    std::optional<domain::PersonId> person;
    domain::Purpose purpose = domain::Purpose::Action;
    QString note;
    QString dueDate;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"unit", self.unit);
        v(u"person", self.person);
        v(u"purpose", self.purpose);
        v(u"note", self.note);
        v(u"dueDate", self.dueDate);
    }
};

/// What a clerk has filled in; the same for incoming, outgoing and internal.
struct RegistrationForm {
    domain::Identity identity;
    domain::Particulars particulars;
    std::vector<domain::PartyContact> contacts;
    std::vector<FormFile> files;
    domain::Access access;
    std::vector<FormCharge> charges;
    QString note;
    bool forSignature = false; ///< also submit to the head of the first charged unit: approve, then sign

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"identity", self.identity);
        v(u"particulars", self.particulars);
        v(u"contacts", self.contacts);
        v(u"files", self.files);
        v(u"access", self.access);
        v(u"charges", self.charges);
        v(u"note", self.note);
        v(u"forSignature", self.forSignature);
    }
};

/// What should be known or mended before the act; an empty list means go on.
struct RegistrationConcern {
    enum class Kind { MissingField, InvalidField, LooksLikeDuplicate, NoFile, UnitHasNoHead };
    Kind kind = Kind::MissingField;
    QString field;                    ///< subject, parties, unit, item-count, ...
    std::optional<DocumentRow> other; ///< the likely twin
    bool blocks() const { return kind == Kind::MissingField || kind == Kind::InvalidField; }
};

/// What became of an act: its document and, as soon as it is known, its number.
struct RegistrationOutcome {
    domain::DocumentId document;
    domain::NumberState state = domain::NumberState::Waiting;
    std::optional<domain::RegisterNumber> number; ///< still empty: follow documentsChanged
};

/// Registration: plan, ask, commit.
class Registrar
{
public:
    virtual ~Registrar() = default;
    /// Pure look: what is missing, what looks registered already. Cheap enough for every key typed.
    virtual Result<std::vector<RegistrationConcern>> check(const RegistrationForm& form) = 0;
    /// Number, charges, note and submission as one group into the outbox and the views, in one transaction; the network
    /// is not waited for.
    virtual Result<RegistrationOutcome> registerDocument(const RegistrationForm& form) = 0;
    /// An outgoing or internal draft without a number.
    virtual Result<domain::DocumentId> startDraft(const RegistrationForm& form) = 0;
    virtual Done correct(const domain::DocumentId& document, const QString& field, const QString& value,
                         const QString& reason) = 0;
    virtual Done cancelNumber(const domain::DocumentId& document, const QString& reason) = 0;
    /// A new version of an item, or a further attachment (item nothing).
    virtual Done addFile(const domain::DocumentId& document, std::optional<domain::ItemId> item,
                         const FormFile& file) = 0;
    /// For the paper itself. NotFound without a number.
    virtual Result<PaperLabel> label(const domain::DocumentId& document) = 0;
    /// What the number is now.
    virtual Result<RegistrationOutcome> outcome(const domain::DocumentId& document) = 0;
};

} // namespace diakinisi::desk
