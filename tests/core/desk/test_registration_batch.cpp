#include "desk/registration_batch.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::desk;
using From = BatchCell::From;

namespace {

const QUuid pile = QUuid::createUuid();
const domain::UnitId works(QUuid::createUuid());
const domain::UnitId finance(QUuid::createUuid());

using Documents = std::vector<std::vector<ScannedPage>>;

ScannedPage page(int number)
{
    return {QStringLiteral("/p/page%1-001.png").arg(number, 4, 10, QChar(u'0')), number};
}

recognition::LetterReading letter(const QString& subject, const QString& sender, double confidence = 0.9)
{
    recognition::LetterReading reading;
    reading.subject = recognition::ReadField{subject, {}, 0, {1, 2, 3, 4}, confidence};
    reading.sender = recognition::ReadField{sender, {}, 0, {}, confidence};
    reading.senderDate =
        recognition::ReadField{QStringLiteral("12 Μαρτίου 2026"), QStringLiteral("2026-03-12"), 0, {}, confidence};
    return reading;
}

BatchValue text(const QString& words)
{
    return {words};
}

BatchValue to(const domain::UnitId& unit)
{
    return {{}, SuggestedCharge{unit, std::nullopt, domain::Purpose::Action}};
}

SuggestionSet agreed(int matches, int total)
{
    SuggestionSet set;
    set.charges.push_back({*to(works).charge, {SuggestionReason::By::Sender, matches, total, {}}});
    return set;
}

/// Three documents: pages 1 and 2, page 3, page 4.
RegistrationBatch three()
{
    RegistrationBatch batch;
    batch.setDocuments(pile, {{page(1), page(2)}, {page(3)}, {page(4)}});
    return batch;
}

QUuid id(const RegistrationBatch& batch, std::size_t row)
{
    return batch.rows()[row].id;
}

QString subject(const RegistrationBatch& batch, std::size_t row)
{
    return batch.cell(batch.rows()[row], BatchField::Subject).value.text;
}

/// Finds missing subjects, and a twin wherever the sender is "δύο φορές".
class StrictRegistrar final : public Registrar
{
public:
    Result<std::vector<RegistrationConcern>> check(const RegistrationForm& form) override
    {
        using Kind = RegistrationConcern::Kind;
        std::vector<RegistrationConcern> concerns;
        if (form.particulars.subject.isEmpty())
            concerns.push_back({Kind::MissingField, QStringLiteral("subject"), {}});
        if (!form.particulars.parties.empty() && form.particulars.parties.front().name == u"δύο φορές")
            concerns.push_back({Kind::LooksLikeDuplicate, {}, {}});
        return concerns;
    }
    Result<RegistrationOutcome> registerDocument(const RegistrationForm& form) override
    {
        if (form.particulars.subject == u"χαλασμένο")
            return fail(ErrorCode::StoreBroken);
        registered << form.particulars.subject;
        return RegistrationOutcome{{}, domain::NumberState::Waiting, {}};
    }
    Result<domain::DocumentId> startDraft(const RegistrationForm&) override { return fail(ErrorCode::NotSupported); }
    Done correct(const domain::DocumentId&, const QString&, const QString&, const QString&) override
    {
        return fail(ErrorCode::NotSupported);
    }
    Done cancelNumber(const domain::DocumentId&, const QString&) override { return fail(ErrorCode::NotSupported); }
    Done addFile(const domain::DocumentId&, std::optional<domain::ItemId>, const FormFile&) override
    {
        return fail(ErrorCode::NotSupported);
    }
    Result<PaperLabel> label(const domain::DocumentId&) override { return fail(ErrorCode::NotSupported); }
    Result<RegistrationOutcome> outcome(const domain::DocumentId&) override { return fail(ErrorCode::NotSupported); }

    QStringList registered;
};

RegistrationForm form(const QString& subject, const QString& sender = QStringLiteral("α"))
{
    RegistrationForm form;
    form.particulars.subject = subject;
    form.particulars.parties = {{domain::PartyKind::Authority, sender, false}};
    return form;
}

} // namespace

class TestRegistrationBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheClerkTypesCountsMoreThanWhatIsCommonAndThatMoreThanWhatWasRead()
    {
        RegistrationBatch batch = three();
        batch.read(id(batch, 0), letter(QStringLiteral("Φωτισμός"), QStringLiteral("Σύλλογος")));
        recognition::LetterReading kind = letter(QStringLiteral("Άδεια"), QStringLiteral("Πολίτης"), 0.3);
        kind.kind = recognition::ReadField{QStringLiteral("αίτηση"), {}, 0, {}, 0.9};
        batch.read(id(batch, 1), kind);
        QCOMPARE(subject(batch, 0), QStringLiteral("Φωτισμός"));
        QCOMPARE(batch.cell(batch.rows()[0], BatchField::Subject).from, From::Read);
        QCOMPARE(batch.cell(batch.rows()[0], BatchField::TheirDate).value.text, QStringLiteral("2026-03-12"));
        QCOMPARE(subject(batch, 1), QString()); // too unsure to be offered
        batch.setCommon(BatchField::Kind, text(QStringLiteral("έγγραφο")));
        for (const BatchRow& row : batch.rows())
            QCOMPARE(batch.cell(row, BatchField::Kind).value.text, QStringLiteral("έγγραφο"));
        batch.type(id(batch, 1), BatchField::Kind, text(QStringLiteral("προσφυγή")));
        QCOMPARE(batch.cell(batch.rows()[1], BatchField::Kind).from, From::Typed);
        batch.setCommon(BatchField::Kind, {});
        QCOMPARE(batch.cell(batch.rows()[1], BatchField::Kind).value.text, QStringLiteral("προσφυγή"));
        QCOMPARE(batch.cell(batch.rows()[0], BatchField::Kind).from, From::Nothing);
        batch.type(id(batch, 0), BatchField::Subject, {});
        QCOMPARE(subject(batch, 0), QString()); // emptied is emptied, whatever was read
    }

    void whatIsTypedAsItStandsStaysWhatItWas()
    {
        RegistrationBatch batch = three();
        batch.read(id(batch, 0), letter(QStringLiteral("Φωτισμός"), QStringLiteral("Σύλλογος")));
        batch.type(id(batch, 0), BatchField::Subject, text(QStringLiteral("Φωτισμός")));
        QCOMPARE(batch.cell(batch.rows()[0], BatchField::Subject).from, From::Read);
        QVERIFY(!batch.undo());
    }

    void aChargeThatEarlierDocumentsAgreeOnStandsThere()
    {
        RegistrationBatch batch = three();
        batch.suggest(id(batch, 0), agreed(12, 14));
        batch.suggest(id(batch, 1), agreed(2, 2));
        batch.suggest(id(batch, 2), agreed(3, 6));
        QCOMPARE(batch.cell(batch.rows()[0], BatchField::Charge).from, From::Suggested);
        QCOMPARE(batch.cell(batch.rows()[0], BatchField::Charge).reason->matches, 12);
        QCOMPARE(batch.cell(batch.rows()[1], BatchField::Charge).from, From::Nothing);
        QCOMPARE(batch.cell(batch.rows()[2], BatchField::Charge).from, From::Nothing);
        batch.setCommon(BatchField::Charge, to(finance));
        for (const BatchRow& row : batch.rows())
            QCOMPARE(batch.form(row, {}).identity.unit, finance);
    }

    void aCellIsCopiedDownAndEachStepIsUndone()
    {
        RegistrationBatch batch = three();
        batch.read(id(batch, 0), letter(QStringLiteral("Ίδιο θέμα"), QStringLiteral("Σύλλογος")));
        const QUuid second = batch.copyDown(id(batch, 0), BatchField::Subject);
        QCOMPARE(second, id(batch, 1));
        QCOMPARE(batch.copyDown(second, BatchField::Subject), id(batch, 2));
        QVERIFY(batch.copyDown(id(batch, 2), BatchField::Subject).isNull());
        QCOMPARE(subject(batch, 2), QStringLiteral("Ίδιο θέμα"));
        QVERIFY(batch.undo());
        QCOMPARE(subject(batch, 2), QString());
        QCOMPARE(subject(batch, 1), QStringLiteral("Ίδιο θέμα"));
        QVERIFY(batch.undo());
        QCOMPARE(subject(batch, 1), QString());
        batch.choose(id(batch, 1), false);
        QCOMPARE(batch.open(), (std::vector{id(batch, 0), id(batch, 2)}));
        QVERIFY(batch.undo());
        QCOMPARE(batch.open().size(), std::size_t{3});
        QVERIFY(!batch.undo());
    }

    void rowsFollowThePileAndKeepWhatIsInThem()
    {
        RegistrationBatch batch = three();
        batch.type(id(batch, 0), BatchField::Subject, text(QStringLiteral("ένα")));
        batch.type(id(batch, 2), BatchField::Subject, text(QStringLiteral("τρία")));
        const QUuid last = id(batch, 2);
        // One more page into the second, a document more behind the first, and the second is gone.
        batch.setDocuments(pile, {{page(1)}, {page(2)}, {page(4), page(5)}, {page(6)}});
        QCOMPARE(batch.rows().size(), std::size_t{4});
        QCOMPARE(subject(batch, 0), QStringLiteral("ένα"));
        QCOMPARE(batch.rows()[0].pages.size(), std::size_t{1});
        QCOMPARE(subject(batch, 1), QString());
        QCOMPARE(id(batch, 2), last);
        QCOMPARE(subject(batch, 2), QStringLiteral("τρία"));
        QCOMPARE(batch.form(batch.rows()[2], {}).identity.sheetCount, 2);
        QCOMPARE(batch.rows()[3].pages.front().number, 6);
    }

    void registeredRowsStayWithTheirNumberAndChangeNoMore()
    {
        RegistrationBatch batch = three();
        const QUuid first = id(batch, 0);
        batch.begin(first);
        batch.type(first, BatchField::Subject, text(QStringLiteral("αργά")));
        QCOMPARE(subject(batch, 0), QString());
        batch.end(first, {RegistrationOutcome{}, {}, {}, {}});
        batch.setDocuments(pile, {{page(3)}, {page(4)}}); // its pages have left the table
        QCOMPARE(batch.rows().size(), std::size_t{3});
        QVERIFY(batch.row(first)->isDone());
        batch.choose(first, false);
        QVERIFY(batch.row(first)->chosen);
        QCOMPARE(batch.open(), (std::vector{id(batch, 1), id(batch, 2)}));
        QCOMPARE(batch.copyDown(first, BatchField::Kind), id(batch, 1));
    }

    void filesAreRowsOfTheirOwn()
    {
        RegistrationBatch batch = three();
        const FormFile file{{Sha256::of("a"), 1, QStringLiteral("application/pdf"), QStringLiteral("a.pdf")},
                            domain::ItemRole::Attachment,
                            QStringLiteral("a.pdf")};
        batch.setFiles({file});
        batch.setFiles({file});
        QCOMPARE(batch.rows().size(), std::size_t{4});
        const RegistrationForm made = batch.form(batch.rows()[3], {});
        QCOMPARE(made.files.size(), std::size_t{1});
        QCOMPARE(made.files.front().role, domain::ItemRole::Main);
        QVERIFY(batch.draft(batch.rows()[3], {})); // nobody else keeps it
        batch.setDocuments(pile, {});
        QCOMPARE(batch.rows().size(), std::size_t{1});
        batch.setFiles({});
        QVERIFY(batch.rows().empty());
    }

    void whatWasTypedIsFoundAgainAfterACrash()
    {
        RegistrationBatch batch = three();
        batch.read(id(batch, 0), letter(QStringLiteral("Διαβασμένο"), QStringLiteral("Σύλλογος")));
        batch.type(id(batch, 0), BatchField::Sender, text(QStringLiteral("Άλλος")));
        batch.type(id(batch, 0), BatchField::Charge, to(finance));
        batch.type(id(batch, 0), BatchField::TheirDate, text(QStringLiteral("2026-01-02")));
        const auto kept = batch.draft(batch.rows()[0], Instant{5});
        QVERIFY(kept && isOfBatch(*kept));
        QCOMPARE(kept->form.particulars.subject, QString()); // is read again
        QCOMPARE(kept->form.files.front().pile, pile.toString(QUuid::WithoutBraces));
        QVERIFY(!batch.draft(batch.rows()[1], {}));
        RegistrationBatch again = three();
        again.type(id(again, 0), BatchField::Charge, to(works)); // since the start: counts more
        again.restore({*kept});
        QCOMPARE(again.cell(again.rows()[0], BatchField::Sender).value.text, QStringLiteral("Άλλος"));
        QCOMPARE(again.cell(again.rows()[0], BatchField::TheirDate).value.text, QStringLiteral("2026-01-02"));
        QCOMPARE(again.cell(again.rows()[0], BatchField::Charge).value, to(works));
        QVERIFY(again.rows()[1].typed.empty());
    }

    void aRowWithAGapIsNotSentAndALikelyTwinOnlyOnTheSecondTry()
    {
        StrictRegistrar registrar;
        QVERIFY(!registerRow(registrar, form({}), true).outcome);
        QVERIFY(registrar.registered.isEmpty());
        const BatchTry gap = registerRow(registrar, form({}), false);
        QCOMPARE(gap.concerns.front().field, fieldName(BatchField::Subject));
        QVERIFY(!gap.problem);

        const RegistrationForm twin = form(QStringLiteral("ξανά"), QStringLiteral("δύο φορές"));
        RegistrationBatch batch = three();
        batch.end(id(batch, 0), registerRow(registrar, twin, batch.rows()[0].twinSeen()));
        QVERIFY(!batch.rows()[0].isDone() && batch.rows()[0].twinSeen());
        batch.end(id(batch, 0), registerRow(registrar, twin, batch.rows()[0].twinSeen()));
        QVERIFY(batch.rows()[0].isDone());

        const BatchTry broken = registerRow(registrar, form(QStringLiteral("χαλασμένο")), false);
        QCOMPARE(broken.problem->code, ErrorCode::StoreBroken);
        QVERIFY(registerRow(registrar, form(QStringLiteral("καλό")), false).outcome);
        QCOMPARE(registrar.registered, (QStringList{QStringLiteral("ξανά"), QStringLiteral("καλό")}));
    }
};

QTEST_GUILESS_MAIN(TestRegistrationBatch)
#include "test_registration_batch.moc"
