#include "ui/texts/format.h"
#include "ui/texts/verdict_texts.h"

#include <QCoreApplication>

#include <algorithm>

// The evidence behind a verdict, line by line.
namespace diakinisi::ui {

namespace {

class Evidence
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

using signing::RevocationFinding;

QString timeFrom(const std::optional<Instant>& at, bool proved)
{
    if (!at)
        return Evidence::tr("time unknown");
    const QString when = dateAndTime(*at);
    return proved ? Evidence::tr("%1 by a timestamp").arg(when) : Evidence::tr("%1 as the signer says").arg(when);
}

QString qualifiedWords(const signing::QualificationFinding& finding)
{
    switch (finding.qualified) {
    case signing::Qualified::Yes:
        return finding.service.isEmpty() ? Evidence::tr("yes") : Evidence::tr("yes, by %1").arg(finding.service);
    case signing::Qualified::No:
        return Evidence::tr("no");
    case signing::Qualified::Unknown:
        return Evidence::tr("not known here");
    }
    return {};
}

QString revocationWords(const RevocationFinding& finding)
{
    const QString source = finding.source == RevocationFinding::Source::Ocsp  ? QStringLiteral("OCSP")
                           : finding.source == RevocationFinding::Source::Crl ? QStringLiteral("CRL")
                                                                              : QString();
    switch (finding.status) {
    case RevocationFinding::Status::NotNeeded:
        return Evidence::tr("need not be asked for");
    case RevocationFinding::Status::NotOffered:
        return Evidence::tr("its issuer names no place to ask");
    case RevocationFinding::Status::Unknown:
        return Evidence::tr("could not be learnt");
    case RevocationFinding::Status::Good:
        return finding.thisUpdate ? Evidence::tr("not revoked (%1 of %2)").arg(source, dateAndTime(*finding.thisUpdate))
                                  : Evidence::tr("not revoked (%1)").arg(source);
    case RevocationFinding::Status::Revoked:
        return finding.revokedAt ? Evidence::tr("revoked on %1").arg(dateAndTime(*finding.revokedAt))
                                 : Evidence::tr("revoked");
    }
    return {};
}

QString pathWords(const std::vector<signing::PathMember>& path)
{
    QStringList names;
    for (const signing::PathMember& member : path)
        names << Evidence::tr("%1 (until %2)")
                     .arg(member.facts.commonName.isEmpty() ? member.facts.subject : member.facts.commonName,
                          shortDate(localDay(member.facts.notAfter)));
    return names.join(QStringLiteral("\n↑ "));
}

QString timestampWords(const signing::TimestampVerdict& timestamp)
{
    const QString when = timestamp.time ? dateAndTime(*timestamp.time) : Evidence::tr("time unknown");
    const QString who = timestamp.authority ? timestamp.authority->commonName : Evidence::tr("unknown authority");
    const QString state = timestamp.indication == signing::Indication::TotalPassed   ? Evidence::tr("valid")
                          : timestamp.indication == signing::Indication::TotalFailed ? Evidence::tr("not valid")
                                                                                     : Evidence::tr("not certain");
    return QStringList{when, who, state}.join(QStringLiteral(", "));
}

/// By the word of pdf::changeWord.
QString changeKindWords(pdf::ChangeKind kind)
{
    using Kind = pdf::ChangeKind;
    static const std::map<Kind, const char*> words{
        {Kind::Signing, QT_TRANSLATE_NOOP("Evidence", "a further signature")},
        {Kind::Timestamp, QT_TRANSLATE_NOOP("Evidence", "a timestamp")},
        {Kind::LongTermData, QT_TRANSLATE_NOOP("Evidence", "data for long-term validity")},
        {Kind::FormFilling, QT_TRANSLATE_NOOP("Evidence", "a form was filled in")},
        {Kind::Annotation, QT_TRANSLATE_NOOP("Evidence", "notes or marks on a page")},
        {Kind::Field, QT_TRANSLATE_NOOP("Evidence", "a form field was made, moved or taken away")},
        {Kind::PageContent, QT_TRANSLATE_NOOP("Evidence", "the content of a page")},
        {Kind::PageTree, QT_TRANSLATE_NOOP("Evidence", "pages were added, taken away or put in another order")},
        {Kind::Fonts, QT_TRANSLATE_NOOP("Evidence", "the letters that the text is shown with")},
        {Kind::Metadata, QT_TRANSLATE_NOOP("Evidence", "title, author or dates of the file")},
        {Kind::Attachment, QT_TRANSLATE_NOOP("Evidence", "files attached inside it")},
        {Kind::ActiveContent, QT_TRANSLATE_NOOP("Evidence", "content that acts by itself")},
        {Kind::Catalog, QT_TRANSLATE_NOOP("Evidence", "how the document is shown")},
        {Kind::Signature, QT_TRANSLATE_NOOP("Evidence", "an earlier signature itself")},
        {Kind::Structure, QT_TRANSLATE_NOOP("Evidence", "bytes that fit no honest saving")},
    };
    const auto found = words.find(kind);
    return found == words.end() ? Evidence::tr("something else") : Evidence::tr(found->second);
}

QStringList changeLines(const std::vector<pdf::Change>& changes)
{
    QStringList lines;
    for (const pdf::Change& change : changes)
        if (const QString line = changeText(change); !lines.contains(line))
            lines << line;
    return lines;
}

QString algorithmWords(const signing::SignatureVerdict& verdict)
{
    QStringList words{verdict.signer ? verdict.signer->key : QString(), verdict.algorithm, verdict.digest};
    for (const signing::WeakAlgorithm& weak : verdict.weak)
        words << Evidence::tr("%1 is not safe any more").arg(weak.name);
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

} // namespace

QString signatureTime(const signing::SignatureVerdict& verdict)
{
    const bool proved = verdict.bestTimeFrom != signing::TimeSource::ValidationTime && verdict.bestTime;
    return timeFrom(proved ? verdict.bestTime : verdict.signingTime,
                    proved || verdict.kind == signing::SignatureKind::Timestamp);
}

QString signatureTime(const domain::SignatureFinding& finding)
{
    return timeFrom(finding.signedAt, finding.timeProved || finding.kind == domain::FindingKind::Timestamp);
}

QString signatureKindWords(const signing::SignatureVerdict& verdict)
{
    const bool qualified = verdict.qualification.qualified == signing::Qualified::Yes;
    switch (verdict.kind) {
    case signing::SignatureKind::Timestamp:
        return qualified ? Evidence::tr("Qualified timestamp") : Evidence::tr("Timestamp");
    case signing::SignatureKind::Certification:
        return qualified ? Evidence::tr("Qualified signature that certifies the document")
                         : Evidence::tr("Signature that certifies the document");
    case signing::SignatureKind::Signature:
        if (verdict.qualification.type == signing::QualificationFinding::Type::Seal)
            return qualified ? Evidence::tr("Qualified electronic seal") : Evidence::tr("Electronic seal");
        return qualified ? Evidence::tr("Qualified electronic signature") : Evidence::tr("Digital signature");
    }
    return {};
}

QString changeText(const pdf::Change& change)
{
    const QString where =
        change.revision > 0 ? Evidence::tr("saving %1").arg(change.revision) : Evidence::tr("outside every saving");
    return Evidence::tr("%1: %2, %3")
        .arg(where, changeKindWords(change.what),
             change.allowed ? Evidence::tr("allowed") : Evidence::tr("NOT allowed"));
}

std::vector<EvidenceLine> evidenceOf(const signing::SignatureVerdict& verdict)
{
    std::vector<EvidenceLine> lines;
    const auto line = [&lines](const QString& name, const QString& value) {
        if (!value.isEmpty())
            lines.push_back({name, value});
    };
    const QString sub = signing::subIndicationWord(verdict.subIndication);
    line(Evidence::tr("Result by the standard"),
         signing::indicationWord(verdict.indication) + (sub.isEmpty() ? QString() : u' ' + sub));
    line(Evidence::tr("Qualified"), qualifiedWords(verdict.qualification));
    line(Evidence::tr("Level"), verdict.level);
    line(Evidence::tr("Methods"), algorithmWords(verdict));
    line(Evidence::tr("Signer says"), verdict.signingTime ? dateAndTime(*verdict.signingTime) : QString());
    line(Evidence::tr("Reason"), verdict.reason);
    line(Evidence::tr("Place"), verdict.location);
    line(Evidence::tr("Certificates"),
         verdict.path.empty() && verdict.signer ? verdict.signer->issuer : pathWords(verdict.path));
    line(Evidence::tr("Revocation"), revocationWords(verdict.revocation));
    for (const signing::TimestampVerdict& timestamp : verdict.timestamps)
        line(Evidence::tr("Timestamp"), timestampWords(timestamp));
    line(Evidence::tr("Changed since"), verdict.changesAfter.empty()
                                            ? (verdict.coversWholeFile ? Evidence::tr("nothing") : QString())
                                            : changeLines(verdict.changesAfter).join(u'\n'));
    line(Evidence::tr("Field in the file"), verdict.field);
    line(Evidence::tr("For IT"), (QStringList{verdict.explanation} + verdict.remarks).join(QStringLiteral("; ")));
    return lines;
}

} // namespace diakinisi::ui
