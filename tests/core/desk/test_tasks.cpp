#include "desk_fixture.h"

#include "desk/approver.h"
#include "desk/desk_files.h"
#include "desk/directory.h"
#include "desk/document_finder.h"
#include "desk/document_lists.h"
#include "desk/document_reader.h"
#include "desk/form_drafts.h"
#include "desk/handler.h"
#include "desk/registrar.h"
#include "desk/suggestions.h"

using namespace diakinisi;
using namespace diakinisi::tests;
using desk::ListKind;
using desk::RegistrationConcern;
using desk::RegistrationForm;

class TestTasks : public QObject
{
    Q_OBJECT

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<desk::Desk> m_registry;

    RegistrationForm form(const QString& subject) const
    {
        RegistrationForm form;
        form.identity.unit = m_fixture->office.staffUnit;
        form.identity.itemCount = 1;
        form.particulars.subject = subject;
        form.particulars.parties = {{domain::PartyKind::Authority, QStringLiteral("Υπουργείο Εσωτερικών"), false}};
        return form;
    }
    domain::DocumentId registered(const RegistrationForm& filled)
    {
        const auto made = m_registry->registrar().registerDocument(filled);
        return made && DeskFixture::synced(*m_registry) ? made->document : domain::DocumentId();
    }
    static bool has(const std::vector<RegistrationConcern>& concerns, RegistrationConcern::Kind kind,
                    const QString& field = {})
    {
        return std::ranges::any_of(concerns, [&](const RegistrationConcern& concern) {
            return concern.kind == kind && concern.field == field;
        });
    }
    static bool lists(desk::Desk& desk, ListKind kind, const domain::DocumentId& document)
    {
        desk::ListQuery query;
        query.kind = kind;
        const auto rows = desk.lists().list(query);
        return rows && std::ranges::any_of(*rows, [&](const desk::DocumentRow& row) { return row.id == document; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<DeskFixture>();
        QVERIFY2(m_fixture->ready, qPrintable(m_fixture->server.error()));
        m_registry = m_fixture->open(QStringLiteral("registry"), 3600);
        QVERIFY(m_registry);
    }
    void cleanupTestCase() { m_registry.reset(); }

    void whatIsMissingIsNamed()
    {
        const auto empty = m_registry->registrar().check(RegistrationForm());
        QVERIFY(empty);
        for (const char* field : {"subject", "parties", "unit", "item-count"})
            QVERIFY2(has(*empty, RegistrationConcern::Kind::MissingField, QString::fromLatin1(field)), field);
        QVERIFY(has(*empty, RegistrationConcern::Kind::NoFile));
        RegistrationForm wrong = form(QStringLiteral("Θέμα"));
        wrong.particulars.theirDate = QStringLiteral("2026-13-45");
        const auto invalid = m_registry->registrar().check(wrong);
        QVERIFY(has(*invalid, RegistrationConcern::Kind::InvalidField, QStringLiteral("their-date")));
        const auto good = m_registry->registrar().check(form(QStringLiteral("Θέμα")));
        QVERIFY(std::ranges::none_of(*good, [](const RegistrationConcern& concern) { return concern.blocks(); }));
    }

    void aTwinIsNoticed()
    {
        RegistrationForm letter = form(QStringLiteral("Εγκύκλιος"));
        letter.particulars.theirNumber = QStringLiteral("Δ1/452");
        letter.particulars.theirDate = QStringLiteral("2026-11-20");
        const auto document = registered(letter);
        QVERIFY(!document.isNull());
        letter.particulars.subject = QStringLiteral("Η ίδια εγκύκλιος");
        const auto concerns = m_registry->registrar().check(letter);
        QVERIFY(has(*concerns, RegistrationConcern::Kind::LooksLikeDuplicate));
        QCOMPARE(concerns->back().other->id, document);
        QVERIFY(concerns->back().other->number);
    }

    void registrationChargeNoteAndSubmissionAreOneAct()
    {
        RegistrationForm letter = form(QStringLiteral("Προς υπογραφή"));
        const auto file =
            m_registry->files().import({m_fixture->write(QStringLiteral("a.pdf"), samples::letterPdf())}, {});
        QVERIFY2(file, qPrintable(file ? QString() : errorWord(file.error().code)));
        letter.files = {{*file, domain::ItemRole::Main, QStringLiteral("Αίτηση")}};
        letter.charges = {{m_fixture->office.staffUnit, std::nullopt, domain::Purpose::Action, QString(),
                           QStringLiteral("2020-01-01")}};
        letter.note = QStringLiteral("Παρακαλώ σήμερα");
        letter.forSignature = true;
        const auto document = registered(letter);
        QVERIFY(!document.isNull());
        auto head = m_fixture->open(QStringLiteral("head"));
        QVERIFY(head);
        QVERIFY(lists(*head, ListKind::ForApproval, document));
        QVERIFY(lists(*head, ListKind::ForAction, document));
        const auto view = head->reader().read(document);
        QVERIFY(view);
        QVERIFY(view->row.late);
        QCOMPARE(view->row.unitCode, QStringLiteral("ΠΡΟΣ"));
        QCOMPARE(view->document.notes.front().text, QStringLiteral("Παρακαλώ σήμερα"));
        QVERIFY(std::ranges::find(view->acts, domain::Act::Approve) != view->acts.end());
        QCOMPARE(*head->reader().byNumber(domain::display(*view->row.number)), document);
    }

    void anActCanBeTakenBackUntilItHasLeft()
    {
        const auto document = registered(form(QStringLiteral("Αναίρεση")));
        QVERIFY(!document.isNull());
        const auto charge = m_registry->handler().charge(
            document, {m_fixture->office.finance, std::nullopt, domain::Purpose::Information, QString(), QString()});
        QVERIFY(charge);
        QCOMPARE(m_registry->reader().read(document)->document.charges.size(), std::size_t{1}); // at once in the views
        QTest::qWait(1'500);
        QCOMPARE(m_registry->syncStatus().waiting, 1);
        QVERIFY(m_registry->handler().undo(*charge));
        QVERIFY(m_registry->reader().read(document)->document.charges.empty());
        QVERIFY(DeskFixture::synced(*m_registry));
        const Done late = m_registry->handler().undo(*charge);
        QVERIFY(!late);
    }

    void aFormIsFoundAgainAsItWasTyped()
    {
        desk::FormDraft draft{QUuid::createUuid(), Instant{1'795'417'265'000}, form(QStringLiteral("Μισό θέμ"))};
        draft.form.charges = {
            {std::nullopt, m_fixture->office.clerk, domain::Purpose::Opinion, QStringLiteral("σημ."), QString()}};
        draft.form.forSignature = true;
        draft.form.particulars.parties.clear();
        QVERIFY(m_registry->formDrafts().save(draft));
        const auto found = m_registry->formDrafts().list();
        QVERIFY(found && found->size() == 1);
        QCOMPARE(found->front().id, draft.id);
        QCOMPARE(found->front().savedAt, draft.savedAt);
        QCOMPARE(found->front().form.particulars, draft.form.particulars);
        QCOMPARE(found->front().form.identity, draft.form.identity);
        QCOMPARE(found->front().form.charges.front().person, std::optional(m_fixture->office.clerk));
        QVERIFY(found->front().form.forSignature);
        QVERIFY(m_registry->formDrafts().remove(draft.id));
        QVERIFY(m_registry->formDrafts().list()->empty());
    }

    void unitsAndPersonsAreSuggestedWhateverTheAccents()
    {
        desk::Directory& directory = m_registry->directory();
        const auto units = directory.suggest(QStringLiteral("δοι"), 10);
        QCOMPARE(units.size(), std::size_t{1});
        QCOMPARE(units.front().unit, std::optional(m_fixture->office.finance));
        QCOMPARE(directory.suggest(QStringLiteral("πρ"), 10).size(), std::size_t{2});
        directory.noteChosen({m_fixture->office.staffUnit, std::nullopt, {}, {}});
        QCOMPARE(directory.suggest(QStringLiteral("πρ"), 10).front().unit, std::optional(m_fixture->office.staffUnit));
        QCOMPARE(directory.suggest(QString(), 10).size(), std::size_t{1}); // recent ones
        QCOMPARE(directory.suggest(QStringLiteral("TREAS"), 1).front().person,
                 std::optional(m_fixture->office.treasurer));
        QVERIFY(directory.suggest(QStringLiteral("ξψζ"), 10).empty());
        QCOMPARE(directory.suggestParties(QStringLiteral("υπουργ"), 5)->front(),
                 QStringLiteral("Υπουργείο Εσωτερικών"));
    }

    void theHistoryTellsWhoDidWhatToWhom()
    {
        const auto document = registered(form(QStringLiteral("Ιστορικό")));
        QVERIFY(m_registry->registrar().correct(document, QStringLiteral("subject"), QStringLiteral("Ιστορικό 2"),
                                                QStringLiteral("λάθος")));
        QVERIFY(DeskFixture::synced(*m_registry));
        const auto view = m_registry->reader().read(document);
        QCOMPARE(view->history.front().kind, QStringLiteral("document-registered"));
        QCOMPARE(view->history.front().by, QStringLiteral("registry"));
        QCOMPARE(view->history.back().text, QStringLiteral("Ιστορικό → Ιστορικό 2 (λάθος)"));
        QVERIFY(m_registry->reader().fetchHistory(document, {}));
        QCOMPARE(m_registry->reader().read(document)->history.size(), view->history.size());
        QCOMPARE(m_registry->finder().find(QStringLiteral("ιστορικου"), 10, {})->size(), std::size_t{1});
    }

    void aNumberIsReadAsPeopleWriteIt()
    {
        for (const char* text : {"", "x", "-1", "1/2/3", "0", "12/x", "999999/2026"})
            QVERIFY2(!m_registry->reader().byNumber(QString::fromLatin1(text)), text);
        QVERIFY(m_registry->reader().byNumber(QStringLiteral(" 1 ")));
    }

    void whatWasDoneWithASendersLettersIsSuggestedAndTold()
    {
        RegistrationForm water = form(QStringLiteral("Διακοπή υδροδότησης στην οδό Ηρώων"));
        water.particulars.parties.front().name = QStringLiteral("ΔΕΥΑ Νέας Ολύνθου");
        water.particulars.kind = QStringLiteral("ανακοίνωση");
        water.charges = {{m_fixture->office.staffUnit, std::nullopt, domain::Purpose::Information, {}, {}}};
        QVERIFY(!registered(water).isNull());
        water.particulars.subject = QStringLiteral("Διακοπή υδροδότησης στον Άγιο Μάμα");
        QVERIFY(!registered(water).isNull());
        const auto set = m_registry->suggestions().suggest(
            {QStringLiteral("ΔΕΥΑ ΝΕΑΣ ΟΛΥΝΘΟΥ"), {}, QStringLiteral("Νέα διακοπή υδροδότησης")});
        QVERIFY(set && !set->charges.empty() && !set->units.empty());
        QCOMPARE(set->units.front().value, m_fixture->office.staffUnit);
        QCOMPARE(set->kinds.front().value, QStringLiteral("ανακοίνωση"));
        QCOMPARE(set->charges.front().value.purpose, domain::Purpose::Information);
        QCOMPARE(set->charges.front().reason.matches, 2);
        QCOMPARE(set->charges.front().reason.total, 2);
        const auto unknown = m_registry->suggestions().suggest({QStringLiteral("Κανείς Γνωστός"), {}, {}});
        QVERIFY(unknown && unknown->units.empty() && unknown->charges.empty());
    }
};

QTEST_GUILESS_MAIN(TestTasks)
#include "test_tasks.moc"
