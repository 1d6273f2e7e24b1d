#pragma once
#include "domain/apply.h"
#include "domain/decide.h"

namespace diakinisi::test {

/// A small municipality and a pen to act in it: every act goes through decide() and apply(), as everywhere.
///
///   ΔΗΜ ─ ΔΔΥ (directorate; head: director) ─ ΠΡΩΤ (registry; clerks: registry, chief) and ΠΡΟΣ (head: head, clerk:
///   clerk)
///       └ ΔΟΙΚ (directorate; head: treasurer, clerk: payer)
struct Office {
    Office();

    domain::Organisation organisation;
    domain::UnitId municipality, directorate, registryUnit, staffUnit, finance;
    domain::PersonId registry, registryHead, head, clerk, director, treasurer, payer, mayor, auditor, admin;
    Instant now{1'795'417'265'123}; ///< 2026-11-23T07:01:05.123Z
    std::uint64_t ids = 0;

    template <class IdType>
    IdType newId()
    {
        return IdType(QUuid(static_cast<uint>(++ids), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    }

    domain::LegalTime legal() const;
    domain::Command command(const domain::DocumentId& document, domain::CommandBody body);
    domain::FileRef file(const char* content, const QString& name = QStringLiteral("letter.pdf")) const;
    domain::NewItem mainItem(const char* content = "the letter");
    domain::Register incoming(const QString& subject = QStringLiteral("Αίτηση για άδεια"));
    domain::StartDraft draft(const QString& subject = QStringLiteral("Απάντηση"));

    /// With the server's authority; numbers run from `counter`.
    Result<std::vector<domain::Decided>> tryOut(const domain::Document& document, const domain::PersonId& by,
                                                domain::CommandBody body, bool authority = true);
    /// The same, folded into the document; the error, where it is refused.
    Done act(domain::Document& document, const domain::PersonId& by, domain::CommandBody body, bool authority = true);
    /// The same, where a refusal means that the test itself is wrong.
    void mustAct(domain::Document& document, const domain::PersonId& by, domain::CommandBody body);
    Done define(const domain::PersonId& by, domain::CommandBody body);

    /// Registered by `registry`, files arrived.
    domain::Document registered();
    domain::Document started(); ///< a draft of `clerk` with an arrived file
    void arriveAll(domain::Document& document);

    domain::ChargeId charge(domain::Document& document, const domain::UnitId& unit);
    std::vector<domain::NewStep> chain(std::vector<std::pair<domain::PersonId, domain::StepKind>> steps);
    domain::NewRendition signedFrom(const domain::Document& document, const char* content);

    qint64 counter = 0;
};

} // namespace diakinisi::test
