#pragma once
#include "domain/files.h"
#include "domain/handling.h"
#include "domain/identity.h"

namespace diakinisi::domain {

/// A note on the document's way (παρατήρηση).
struct Note {
    PersonId by;
    Instant at;
    QString text;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"by", self.by);
        v(u"at", self.at);
        v(u"text", self.text, Part::Restricted);
    }
    friend bool operator==(const Note&, const Note&) = default;
};

/// A document as folded from its events: registration and handling side by side, never one column.
struct Document {
    DocumentId id;
    qint64 revision = 0; ///< count of events applied
    PersonId createdBy;
    Instant createdAt;
    Instant changedAt;
    Identity identity;
    Particulars particulars;
    std::vector<PartyContact> contacts;
    Registration registration;
    std::vector<Item> items;
    std::vector<Charge> charges;
    Route route;
    std::vector<Note> notes;
    Access access;
    std::vector<UnitId> passedThrough; ///< units that have had it; they keep sight of it
    bool newerKind = false;            ///< an event of a kind that this version does not know: read only

    bool exists() const { return !id.isNull(); }
    const Item* mainItem() const;
    const Item* item(const ItemId& item) const;
    const Charge* charge(const ChargeId& charge) const;
    const Step* step(const StepId& step) const;
    /// Are the bytes of every file at the server?
    bool filesArrived() const;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"revision", self.revision);
        v(u"createdBy", self.createdBy);
        v(u"createdAt", self.createdAt);
        v(u"changedAt", self.changedAt);
        v(u"identity", self.identity);
        v(u"particulars", self.particulars);
        v(u"contacts", self.contacts);
        v(u"registration", self.registration);
        v(u"items", self.items);
        v(u"charges", self.charges);
        v(u"route", self.route);
        v(u"notes", self.notes);
        v(u"access", self.access);
        v(u"passedThrough", self.passedThrough);
        v(u"newerKind", self.newerKind);
    }
    friend bool operator==(const Document&, const Document&) = default;
};

} // namespace diakinisi::domain
