#include "sync/batch.h"
#include "tests/fakes/fake_random.h"
#include "tests/fakes/make_command.h"
#include "tests/fakes/manual_clock.h"
#include "wire/problem.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::sync;

class TestBatch : public QObject
{
    Q_OBJECT

    tests::ManualClock m_clock;
    tests::SeededRandom m_random{3};
    IdSource m_ids{m_clock, m_random};

    Command note(const DocumentId& document, const QString& text = QStringLiteral("σημείωση"))
    {
        return tests::makeCommand(m_ids, document, AddNote{text});
    }
    Command sign(const DocumentId& document, const Sha256& file)
    {
        return tests::makeCommand(m_ids, document, tests::makeSign(m_ids, file));
    }
    DocumentId document() { return m_ids.make<DocumentId>(); }
    static std::vector<CommandId> idsOf(const std::vector<Command>& commands)
    {
        std::vector<CommandId> ids;
        for (const Command& command : commands)
            ids.push_back(command.id);
        return ids;
    }
    static wire::CommandResult refusal(const Command& command, ErrorCode code)
    {
        return {command.id, wire::CommandStatus::Refused, {}, wire::problemOf(Error{code, {}, {}})};
    }

private Q_SLOTS:
    void aGroupIsNeverTornByALimit()
    {
        std::vector<Command> ready{note(document()), note(document())};
        const auto group = m_ids.make<GroupId>();
        const DocumentId grouped = document();
        for (int i = 0; i < 3; ++i) {
            ready.push_back(note(grouped));
            ready.back().group = group;
        }
        const auto four = chooseBatch(ready, {}, {.commands = 4});
        QCOMPARE(idsOf(four), (std::vector{ready[0].id, ready[1].id}));
        QCOMPARE(chooseBatch(ready, {}, {.commands = 5}).size(), std::size_t{5});
    }

    void aGroupLargerThanTheLimitGoesAlone()
    {
        std::vector<Command> ready;
        const auto group = m_ids.make<GroupId>();
        const DocumentId one = document();
        for (int i = 0; i < 5; ++i) {
            ready.push_back(note(one));
            ready.back().group = group;
        }
        ready.push_back(note(document()));
        QCOMPARE(chooseBatch(ready, {}, {.commands = 2}).size(), std::size_t{5});
    }

    void theBytesOfAMessageAreBounded()
    {
        std::vector<Command> ready;
        for (int i = 0; i < 20; ++i)
            ready.push_back(note(document(), QString(1000, u'α')));
        const auto batch = chooseBatch(ready, {}, {.commands = 200, .bytes = 10'000});
        QVERIFY(batch.size() >= 3 && batch.size() <= 5);
    }

    void aSignatureWaitsForItsBytesAndWhatFollowsItWaitsToo()
    {
        const Sha256 file = Sha256::of("signed");
        const DocumentId one = document();
        const DocumentId other = document();
        std::vector<Command> ready{sign(one, file), note(one), note(other), note(other)};
        ready[3].after = {ready[0].id};
        QCOMPARE(idsOf(chooseBatch(ready, {.files = {file}}, {})), std::vector{ready[2].id});
        QCOMPARE(chooseBatch(ready, {}, {}).size(), std::size_t{4});
    }

    void aSubmissionWaitsForTheFilesOfItsDocumentThoughItNamesNone()
    {
        const DocumentId one = document();
        const DocumentId other = document();
        Submit submit;
        submit.version = m_ids.make<VersionId>();
        const std::vector<Command> ready{note(one), tests::makeCommand(m_ids, one, submit), note(one),
                                         tests::makeCommand(m_ids, other, submit)};
        const Uploading uploading = uploadingOf({{Sha256::of("letter"), 10, {}, {}, {one}}});
        QCOMPARE(idsOf(chooseBatch(ready, uploading, {})), (std::vector{ready[0].id, ready[3].id}));
        QCOMPARE(chooseBatch(ready, {}, {}).size(), std::size_t{4});
    }

    void aRegistrationDoesNotWaitForItsBytes()
    {
        const Sha256 file = Sha256::of("letter");
        NewItem item;
        item.file.digest = file;
        Register body;
        body.items = {item};
        const std::vector<Command> ready{tests::makeCommand(m_ids, document(), body)};
        const Uploading uploading{.files = {file}, .documents = {ready[0].document}};
        QCOMPARE(chooseBatch(ready, uploading, {}).size(), std::size_t{1});
    }

    void aRefusalForMissingBytesLeavesTheCommandAndItsDependentsWaiting()
    {
        const DocumentId one = document();
        std::vector<Command> sent{note(document()), sign(one, Sha256::of("a")), note(one), note(one)};
        sent[2].after = {sent[1].id};
        sent[3].after = {sent[2].id};
        const std::vector<wire::CommandResult> answers{{sent[0].id, wire::CommandStatus::Applied, {}, {}},
                                                       refusal(sent[1], ErrorCode::FilesNotArrived),
                                                       refusal(sent[2], ErrorCode::DependencyRefused),
                                                       refusal(sent[3], ErrorCode::DependencyRefused)};
        const auto settled = toBeSettled(sent, answers);
        QCOMPARE(settled.size(), std::size_t{1});
        QCOMPARE(settled[0].id, sent[0].id);
    }

    void aGroupThatWaitsForBytesWaitsWhole()
    {
        const DocumentId one = document();
        const auto group = m_ids.make<GroupId>();
        std::vector<Command> sent{note(one), sign(one, Sha256::of("a"))};
        sent[0].group = sent[1].group = group;
        QVERIFY(
            toBeSettled(sent, {refusal(sent[0], ErrorCode::GroupRefused), refusal(sent[1], ErrorCode::FilesNotArrived)})
                .empty());
    }

    void numberingThatStoppedKeepsTheRegistrationWaiting()
    {
        const std::vector<Command> sent{note(document())};
        QVERIFY(toBeSettled(sent, {refusal(sent[0], ErrorCode::NumberingStopped)}).empty());
    }

    void anyOtherRefusalIsSettled()
    {
        const std::vector<Command> sent{note(document()), note(document())};
        const std::vector<wire::CommandResult> answers{refusal(sent[0], ErrorCode::NotPermitted),
                                                       refusal(sent[1], ErrorCode::DependencyRefused)};
        QCOMPARE(toBeSettled(sent, answers).size(), std::size_t{2});
    }

    void answersMustBeThoseOfWhatWasSent()
    {
        const std::vector<Command> sent{note(document()), note(document())};
        const wire::CommandResult first{sent[0].id, wire::CommandStatus::Applied, {}, {}};
        const wire::CommandResult second{sent[1].id, wire::CommandStatus::Applied, {}, {}};
        QVERIFY(fits(sent, {first, second}));
        QVERIFY(!fits(sent, {second, first}));
        QVERIFY(!fits(sent, {first}));
        QVERIFY(!fits(sent, {first, second, second}));
    }
};

QTEST_GUILESS_MAIN(TestBatch)
#include "test_batch.moc"
