#include "signed_files.h"
#include "tests/app/server/office_fixture.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::server;
using samples::signedBy;

namespace {

ErrorCode codeOf(const Outcome& outcome)
{
    return outcome.refusal ? outcome.refusal->code : ErrorCode::Cancelled;
}

FileRef fileOf(const QByteArray& bytes)
{
    return {Sha256::of(bytes), bytes.size(), QStringLiteral("application/pdf"), QStringLiteral("letter.pdf")};
}

NewRendition rendition(RenditionRole role, const QByteArray& bytes, const QByteArray& former)
{
    return {fileOf(bytes), role, Sha256::of(former)};
}

/// Draft of `clerk`, on its way to two signatures: head, then director with the number.
struct Way {
    explicit Way(const samples::Authority& authority)
        : head(authority.make({})),
          director(authority.make({QStringLiteral("Νίκος Διευθυντής")}))
    {
        office.clock.instant = samples::now();
        prepared = samples::withNumberField(samples::letterPdf());
        if (!office.upload(office.town.clerk, prepared))
            qFatal("the draft's file was not taken");
        StartDraft draft = office.town.draft();
        version = office.newId<VersionId>();
        draft.items = {{office.newId<ItemId>(), version, ItemRole::Main, QStringLiteral("Απάντηση"), fileOf(prepared)}};
        act(office.town.clerk, draft);
        first = office.newId<StepId>();
        last = office.newId<StepId>();
        act(office.town.clerk,
            Submit{version,
                   {{first, office.town.head, StepKind::Sign, 0}, {last, office.town.director, StepKind::Sign, 1}}});
    }

    void act(const PersonId& by, CommandBody body)
    {
        const Outcome outcome = office.submit(by, office.command(document, std::move(body)));
        if (outcome.refusal)
            qFatal("refused: %s %s", qPrintable(errorWord(outcome.refusal->code)),
                   qPrintable(outcome.refusal->subject));
    }
    ErrorCode tryAct(const PersonId& by, CommandBody body)
    {
        return codeOf(office.submit(by, office.command(document, std::move(body))));
    }
    void know(const PersonId& person, const samples::Person& key)
    {
        const Outcome outcome =
            office.submit(systemActor(), office.command(organisationDocument(),
                                                        RegisterCertificate{person, Sha256::of(key.certificate)}));
        QVERIFY(!outcome.refusal);
    }
    Rendition newest() { return office.document(document).mainItem()->newest().newest(); }

    OfficeFixture office;
    samples::Person head;
    samples::Person director;
    DocumentId document = office.newDocument();
    VersionId version;
    StepId first;
    StepId last;
    QByteArray prepared;
};

} // namespace

/// Every signed rendition is checked before it counts.
class TestSignatures : public QObject
{
    Q_OBJECT

private:
    samples::Authority m_authority;

private Q_SLOTS:
    void theWholeWayToASignedAndNumberedDocument()
    {
        Way way(m_authority);
        way.know(way.office.town.head, way.head);
        way.know(way.office.town.director, way.director);
        const QByteArray once = signedBy(way.head, way.prepared, samples::marked({50, 60, 200, 60})).value();
        QVERIFY(way.office.upload(way.office.town.head, once));
        way.act(way.office.town.head, Sign{way.first, {rendition(RenditionRole::CoSigned, once, way.prepared)}});
        QVERIFY(way.newest().verdict == DerivationVerdict::Proved);
        QVERIFY(way.newest().arrived);
        QCOMPARE(way.newest().signer, std::optional(way.office.town.head));

        way.act(way.office.town.director, Reserve{way.last, Sha256::of(once)});
        const auto number = way.office.document(way.document).registration.number;
        QVERIFY(number.has_value());
        const QByteArray numbered = samples::withNumber(once, display(*number));
        const QByteArray twice = signedBy(way.director, numbered, samples::marked()).value();
        const Confirm confirm{
            way.last,
            {rendition(RenditionRole::Numbered, numbered, once), rendition(RenditionRole::Signed, twice, numbered)}};
        QCOMPARE(way.tryAct(way.office.town.director, confirm), ErrorCode::FilesNotArrived);
        QVERIFY(way.office.upload(way.office.town.director, numbered));
        QCOMPARE(way.tryAct(way.office.town.director, confirm), ErrorCode::FilesNotArrived);
        QVERIFY(way.office.upload(way.office.town.director, twice));
        way.act(way.office.town.director, confirm);
        const Document done = way.office.document(way.document);
        QVERIFY(done.registration.state == NumberState::Given);
        QVERIFY(done.filesArrived());
        QCOMPARE(way.newest().file.digest, Sha256::of(twice));
        QCOMPARE(way.newest().signer, std::optional(way.office.town.director));
        QVERIFY(way.newest().verdict == DerivationVerdict::Proved);
    }

    void aCertificateThatIsNotTheActorsIsRefused()
    {
        Way way(m_authority);
        const QByteArray once = signedBy(way.head, way.prepared).value();
        QVERIFY(way.office.upload(way.office.town.head, once));
        const Sign sign{way.first, {rendition(RenditionRole::CoSigned, once, way.prepared)}};
        QCOMPARE(way.tryAct(way.office.town.head, sign), ErrorCode::CertificateNotYours); // nobody's yet
        way.know(way.office.town.director, way.head);
        QCOMPARE(way.tryAct(way.office.town.head, sign), ErrorCode::CertificateNotYours); // another's
    }

    void whatIsNotDerivedOrNotSignedIsRefused()
    {
        Way way(m_authority);
        way.know(way.office.town.head, way.head);
        const QByteArray other = signedBy(way.head, samples::letterPdf()).value();
        QByteArray broken = signedBy(way.head, way.prepared).value();
        broken[way.prepared.size() / 2] = static_cast<char>(broken[way.prepared.size() / 2] ^ 1);
        const QByteArray unsignedOne = samples::withNumber(way.prepared);
        for (const QByteArray& bytes : {other, broken, unsignedOne, QByteArray("no pdf at all")}) {
            QVERIFY(way.office.upload(way.office.town.head, bytes));
            QCOMPARE(way.tryAct(way.office.town.head,
                                Sign{way.first, {rendition(RenditionRole::CoSigned, bytes, way.prepared)}}),
                     ErrorCode::SignatureNotAccepted);
        }
        QCOMPARE(way.newest().file.digest, Sha256::of(way.prepared));
    }

    void anotherNumberThanTheReservedOneIsRefused()
    {
        Way way(m_authority);
        way.know(way.office.town.head, way.head);
        way.know(way.office.town.director, way.director);
        const QByteArray once = signedBy(way.head, way.prepared).value();
        QVERIFY(way.office.upload(way.office.town.head, once));
        way.act(way.office.town.head, Sign{way.first, {rendition(RenditionRole::CoSigned, once, way.prepared)}});
        way.act(way.office.town.director, Reserve{way.last, Sha256::of(once)});
        const QByteArray numbered = samples::withNumber(once, QStringLiteral("999/2026"));
        const QByteArray twice = signedBy(way.director, numbered).value();
        QVERIFY(way.office.upload(way.office.town.director, numbered));
        QVERIFY(way.office.upload(way.office.town.director, twice));
        QCOMPARE(way.tryAct(way.office.town.director, Confirm{way.last,
                                                              {rendition(RenditionRole::Numbered, numbered, once),
                                                               rendition(RenditionRole::Signed, twice, numbered)}}),
                 ErrorCode::SignatureNotAccepted);
    }

    void whoeverOnlyKnowsTheDigestOfASignedFileCannotSignWithIt()
    {
        Way way(m_authority);
        way.know(way.office.town.head, way.head);
        const QByteArray once = signedBy(way.head, way.prepared).value();
        QVERIFY(way.office.upload(way.office.town.payer, once)); // here, but not from the head
        QCOMPARE(
            way.tryAct(way.office.town.head, Sign{way.first, {rendition(RenditionRole::CoSigned, once, way.prepared)}}),
            ErrorCode::FilesNotArrived);
    }

    void aRenditionWhoseBytesComeLaterIsJudgedThen()
    {
        OfficeFixture office;
        office.clock.instant = samples::now();
        const QByteArray letter = samples::letterPdf();
        const QByteArray prepared = samples::withNumberField(letter);
        QVERIFY(office.upload(office.town.clerk, letter));
        const auto document = office.newDocument();
        StartDraft draft = office.town.draft();
        draft.items.front().file = fileOf(letter);
        QVERIFY(!office.submit(office.town.clerk, office.command(document, draft)).refusal);
        const Outcome added =
            office.submit(office.town.clerk,
                          office.command(document, AddRendition{draft.items.front().id,
                                                                rendition(RenditionRole::Prepared, prepared, letter)}));
        QVERIFY2(!added.refusal, qPrintable(errorWord(codeOf(added))));
        const auto newest = [&] { return office.document(document).mainItem()->newest().newest(); };
        QVERIFY(newest().verdict == DerivationVerdict::Unchecked);
        QVERIFY(office.upload(office.town.clerk, prepared));
        QTRY_VERIFY(newest().verdict == DerivationVerdict::Proved);
        QVERIFY(newest().arrived);
    }
};

QTEST_GUILESS_MAIN(TestSignatures)
#include "test_signatures.moc"
