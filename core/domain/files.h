#pragma once
#include "base/digest.h"
#include "domain/ids.h"
#include "domain/signature_finding.h"
#include "domain/words.h"

#include <vector>

namespace diakinisi::domain {

enum class ItemRole { Main, Attachment };
enum class RenditionRole { Original, Prepared, Numbered, CoSigned, Signed, Timestamped, Text, PrintCopy };
/// What the server found when a rendition arrived that claims to derive from another.
enum class DerivationVerdict { Unchecked, Proved, NotProved };

/// A file by its digest; the bytes travel apart and may come later ('αρχείο σε μεταφορά').
struct FileRef {
    Sha256 digest;
    qint64 size = 0;
    QString mediaType; ///< "application/pdf", ...
    QString name;      ///< as the clerk's machine called it

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"digest", self.digest);
        v(u"size", self.size);
        v(u"mediaType", self.mediaType);
        v(u"name", self.name);
    }
    friend bool operator==(const FileRef&, const FileRef&) = default;
};

/// One form of a version: the original, or what was made from it (numbered, signed, ...).
struct Rendition {
    FileRef file;
    RenditionRole role = RenditionRole::Original;
    std::optional<Sha256> derivedFrom;
    DerivationVerdict verdict = DerivationVerdict::Unchecked;
    std::optional<PersonId> signer;
    PersonId by;
    Instant at;
    bool arrived = false;
    std::vector<FrozenFinding> findings{}; ///< about the signatures that it came with, oldest first

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"file", self.file);
        v(u"role", self.role);
        v(u"derivedFrom", self.derivedFrom);
        v(u"verdict", self.verdict);
        v(u"signer", self.signer);
        v(u"by", self.by);
        v(u"at", self.at);
        v(u"arrived", self.arrived);
        v(u"findings", self.findings);
    }
    friend bool operator==(const Rendition&, const Rendition&) = default;
};

/// The author changed the content: a new version. Approvals bind to versions.
struct Version {
    VersionId id;
    PersonId by;
    Instant at;
    std::vector<Rendition> renditions; ///< oldest first; the newest is what one reads and signs next

    const Rendition& newest() const { return renditions.back(); }
    const Rendition* rendition(const Sha256& digest) const;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"by", self.by);
        v(u"at", self.at);
        v(u"renditions", self.renditions);
    }
    friend bool operator==(const Version&, const Version&) = default;
};

/// The main document or an attachment.
struct Item {
    ItemId id;
    ItemRole role = ItemRole::Main;
    QString title;
    std::vector<Version> versions; ///< oldest first, never empty

    const Version& newest() const { return versions.back(); }
    const Version* version(const VersionId& version) const;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"role", self.role);
        v(u"title", self.title);
        v(u"versions", self.versions);
    }
    friend bool operator==(const Item&, const Item&) = default;
};

/// An item as a command brings it: one first version with its original.
struct NewItem {
    ItemId id;
    VersionId version;
    ItemRole role = ItemRole::Main;
    QString title;
    FileRef file;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"version", self.version);
        v(u"role", self.role);
        v(u"title", self.title);
        v(u"file", self.file);
    }
    friend bool operator==(const NewItem&, const NewItem&) = default;
};

/// A rendition as a command brings it.
struct NewRendition {
    FileRef file;
    RenditionRole role = RenditionRole::Signed;
    Sha256 derivedFrom;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"file", self.file);
        v(u"role", self.role);
        v(u"derivedFrom", self.derivedFrom);
    }
    friend bool operator==(const NewRendition&, const NewRendition&) = default;
};

} // namespace diakinisi::domain

DIAKINISI_ENUM_WORDS(diakinisi::domain::ItemRole, QLatin1StringView("main"), QLatin1StringView("attachment"));
DIAKINISI_ENUM_WORDS(diakinisi::domain::RenditionRole, QLatin1StringView("original"), QLatin1StringView("prepared"),
                     QLatin1StringView("numbered"), QLatin1StringView("co-signed"), QLatin1StringView("signed"),
                     QLatin1StringView("timestamped"), QLatin1StringView("text"), QLatin1StringView("print-copy"));
DIAKINISI_ENUM_WORDS(diakinisi::domain::DerivationVerdict, QLatin1StringView("unchecked"), QLatin1StringView("proved"),
                     QLatin1StringView("not-proved"));
