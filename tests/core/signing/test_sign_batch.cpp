#include "signed_files.h"
#include "test_authorities.h"

#include "signing/pades/sign_batch.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::SigningHelp;

namespace {

/// A key that fails when told, and counts.
class CountingKey final : public SigningKey
{
public:
    explicit CountingKey(SigningKey& key) : m_key(key) {}
    Result<KeyCertificate> certificate() override { return m_key.certificate(); }
    Result<QByteArray> sign(SignatureScheme scheme, DigestAlgorithm algorithm, const QByteArray& digest) override
    {
        if (const auto bad = failures.find(count++); bad != failures.end())
            return fail(bad->second);
        return m_key.sign(scheme, algorithm, digest);
    }
    std::map<int, ErrorCode> failures;
    int count = 0;

private:
    SigningKey& m_key;
};

} // namespace

class TestSignBatch : public QObject
{
    Q_OBJECT

private:
    samples::TestAuthorities m_authorities;
    samples::Person m_maria = m_authorities.authority().make({});
    QByteArray m_letter = samples::letterPdf();
    std::unique_ptr<Pkcs12Key> m_key = *Pkcs12Key::fromBytes(m_maria.pkcs12, Secret(QByteArray("1234")));
    std::map<std::size_t, QByteArray> m_accepted;

    BatchSteps steps(Level level, SigningHelp& help)
    {
        m_accepted.clear();
        BatchSteps result;
        result.open = [this, level, &help](std::size_t) -> Result<BatchFile> {
            BatchFile file;
            auto from = std::make_unique<QBuffer>(&m_letter);
            from->open(QIODevice::ReadOnly);
            auto to = std::make_unique<QBuffer>();
            to->open(QIODevice::ReadWrite);
            file.from = std::move(from);
            file.to = std::move(to);
            file.options.level = level;
            file.options.authorities = help.all();
            file.options.now = samples::now();
            return file;
        };
        result.accept = [this](std::size_t index, BatchFile& file, const SignedPdf&) {
            m_accepted[index] = static_cast<QBuffer&>(*file.to).data();
            return Done();
        };
        return result;
    }

private Q_SLOTS:
    void initTestCase() { m_authorities.publish(); }

    void aHundredFilesAreSignedAndEachToldOf()
    {
        SigningHelp help(m_authorities);
        CountingKey key(*m_key);
        key.failures[41] = ErrorCode::KeyUnreadable; // one fails in the middle
        std::int64_t reported = 0;
        Progress progress([&](std::int64_t done, std::int64_t) { reported = done; });
        const auto outcomes = signBatch(100, steps(Level::BB, help), key, nullptr, {}, progress);
        QCOMPARE(outcomes.size(), std::size_t{100});
        QCOMPARE(reported, 100);
        QCOMPARE(restOf(outcomes), std::vector<std::size_t>{41});
        QCOMPARE(outcomes[41].problem->code, ErrorCode::KeyUnreadable);
        QCOMPARE(m_accepted.size(), std::size_t{99});
        QCOMPARE(samples::pdfsig(m_accepted[99]).valid, 1);
    }

    void theNetworkWorksWhileTheKeySigns()
    {
        SigningHelp help(m_authorities, {QStringLiteral("tsa/slow")});
        std::atomic<int> flying = 0;
        CountingKey key(*m_key);
        Progress progress;
        BatchSteps all = steps(Level::BLT, help);
        // When the third file is opened, the first ones have been signed and not yet accepted: they wait for the
        // network, and the key does not wait for them.
        std::size_t openedBeforeAccepted = 0;
        const auto open = all.open;
        all.open = [&](std::size_t index) {
            if (m_accepted.empty())
                openedBeforeAccepted = index;
            return open(index);
        };
        const auto outcomes = signBatch(6, all, key, nullptr, {}, progress);
        QVERIFY(restOf(outcomes).empty());
        QVERIFY2(openedBeforeAccepted >= 2, qPrintable(QString::number(openedBeforeAccepted)));
        for (const auto& [index, pdf] : m_accepted) {
            QCOMPARE(outcomes[index].made->level, Level::BLT);
            QCOMPARE(samples::pdfsig(pdf).valid, 1);
        }
        QCOMPARE(key.count, 6);
    }

    void aStopLeavesTheRestForLater()
    {
        SigningHelp help(m_authorities);
        std::stop_source stop;
        BatchSteps all = steps(Level::BT, help);
        const auto open = all.open;
        all.open = [&](std::size_t index) {
            if (index == 2)
                stop.request_stop(); // while the third is being opened: it is still signed
            return open(index);
        };
        Progress progress;
        const auto outcomes = signBatch(6, all, *m_key, nullptr, stop.get_token(), progress);
        QCOMPARE(restOf(outcomes), (std::vector<std::size_t>{3, 4, 5}));
        QCOMPARE(outcomes[3].problem->code, ErrorCode::Cancelled);
        QVERIFY(outcomes[2].made);
    }

    void aWrongPinIsNotTriedAgain()
    {
        SigningHelp help(m_authorities);
        for (const ErrorCode code : {ErrorCode::PinWrong, ErrorCode::PinLocked, ErrorCode::TokenMissing}) {
            CountingKey key(*m_key);
            key.failures[1] = code;
            Progress progress;
            const auto outcomes = signBatch(4, steps(Level::BB, help), key, nullptr, {}, progress);
            QVERIFY(outcomes[0].made);
            QCOMPARE(key.count, 2);
            QCOMPARE(restOf(outcomes).size(), std::size_t{3});
            QCOMPARE(outcomes[3].problem->code, code);
        }
    }

    void whatCannotBeKeptWasNotSigned()
    {
        SigningHelp help(m_authorities);
        BatchSteps all = steps(Level::BB, help);
        all.accept = [](std::size_t index, BatchFile&, const SignedPdf&) -> Done {
            return index == 1 ? Done(fail(ErrorCode::DiskFull)) : Done();
        };
        Progress progress;
        const auto outcomes = signBatch(3, all, *m_key, nullptr, {}, progress);
        QCOMPARE(restOf(outcomes), std::vector<std::size_t>{1});
        QCOMPARE(outcomes[1].problem->code, ErrorCode::DiskFull);
    }
};

QTEST_GUILESS_MAIN(TestSignBatch)
#include "test_sign_batch.moc"
