#include "signed_files.h"
#include "signing/keys/key_finder.h"
#include "signing/keys/module_paths.h"
#include "signing/keys/pkcs11_modules.h"
#include "signing/keys/tokens_json.h"
#include "soft_hsm.h"

#include <QJsonDocument>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;
using namespace std::chrono_literals;

class TestKeyFinder : public QObject
{
    Q_OBJECT

    samples::SoftHsm m_hsm;
    samples::Authority m_authority;
    samples::Person m_maria;
    Pkcs11Modules m_modules;

    static WorkerSettings workerSettings()
    {
        WorkerSettings settings;
        settings.program = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
        settings.cancelPatience = 100ms;
        return settings;
    }
    static const TokenListing* tokenOf(const ModuleListing& module, const char* label)
    {
        for (const TokenListing& token : module.tokens)
            if (token.facts.label == QLatin1String(label))
                return &token;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_maria = m_authority.make({});
        QVERIFY(m_hsm.addToken(QStringLiteral("maria")));
        QVERIFY(m_hsm.addKey(
            QStringLiteral("maria"),
            m_authority.make({QStringLiteral("Login"), {}, samples::KeyKind::P256, -10, 1000, "digitalSignature"}),
            "login"));
        QVERIFY(m_hsm.addKey(QStringLiteral("maria"), m_maria, QByteArray("\x01\x00;", 3)));
        QVERIFY(m_hsm.addCertificate(QStringLiteral("maria"), m_authority.issuing(), "issuing"));
        QVERIFY(m_hsm.addToken(QStringLiteral("empty")));
    }
    void init() { m_hsm.misbehave({}); }

    void tokensAreListedWithTheirCertificatesAndAUriForEach()
    {
        DirectKeyFinder finder(m_modules);
        const auto listings = finder.list({samples::SoftHsm::module()}, samples::now(), {});
        QCOMPARE(listings.size(), std::size_t{1});
        QVERIFY(!listings.front().problem);
        QVERIFY2(listings.front().name.contains(QStringLiteral("SoftHSM")), qPrintable(listings.front().name));
        QCOMPARE(listings.front().tokens.size(), std::size_t{2}); // the slot that is not set up is none
        const TokenListing* token = tokenOf(listings.front(), "maria");
        QVERIFY(token && tokenOf(listings.front(), "empty"));
        QVERIFY(token->facts.needsPin && token->facts.pinSet && !token->facts.onPad);
        QVERIFY(!token->facts.serial.isEmpty());
        QCOMPARE(token->certificates.size(), std::size_t{2}); // without the authority's
        const TokenCertificate& first = token->certificates.front();
        QCOMPARE(first.der, m_maria.certificate); // for commitments comes before for logging in
        const auto found = findKey(first.uri, {m_modules, {}}, samples::now());
        QVERIFY2(found, qPrintable(first.uri));
        QCOMPARE((*found)->certificate()->certificate, m_maria.certificate);
    }

    void theWorkerTellsTheSame()
    {
        m_hsm.misbehave({QStringLiteral("final-try")});
        const QStringList paths{samples::SoftHsm::faultyModule()};
        const auto direct = DirectKeyFinder(m_modules).list(paths, samples::now(), {});
        WorkerProcess worker(workerSettings());
        const auto told = WorkerKeyFinder(worker).list(paths, samples::now(), {});
        QCOMPARE(told.size(), std::size_t{1});
        QVERIFY2(!told.front().problem, told.front().problem ? qPrintable(told.front().problem->cause) : "");
        QCOMPARE(tokensjson::fromListing(told.front()), tokensjson::fromListing(direct.front()));
        QCOMPARE(tokenOf(told.front(), "maria")->facts.tries, PinTries::Last);
    }

    void aTokenSeenThroughTwoModulesIsToldOnce()
    {
        const auto listings = DirectKeyFinder(m_modules).list(
            {samples::SoftHsm::module(), samples::SoftHsm::faultyModule()}, samples::now(), {});
        QCOMPARE(listings[0].tokens.size(), std::size_t{2});
        QCOMPARE(listings[1].tokens.size(), std::size_t{0});
    }

    void aModuleThatCrashesTakesTheWorkerOnly()
    {
        m_hsm.misbehave({QStringLiteral("crash")});
        WorkerProcess worker(workerSettings());
        const auto listings = WorkerKeyFinder(worker).list(
            {samples::SoftHsm::faultyModule(), samples::SoftHsm::module()}, samples::now(), {});
        QCOMPARE(listings.size(), std::size_t{2});
        QCOMPARE(listings[0].problem->code, ErrorCode::WorkerDied);
        QVERIFY(!listings[1].problem);
        QCOMPARE(listings[1].tokens.size(), std::size_t{2});
    }

    void aModuleThatHangsIsGivenUp()
    {
        m_hsm.misbehave({QStringLiteral("hang")});
        WorkerProcess worker(workerSettings());
        const auto listings =
            WorkerKeyFinder(worker, 300ms).list({samples::SoftHsm::faultyModule()}, samples::now(), {});
        QCOMPARE(listings.front().problem->code, ErrorCode::TimedOut);
    }

    void whatCannotBeListedIsToldWithTheReason()
    {
        DirectKeyFinder finder(m_modules);
        m_hsm.misbehave({QStringLiteral("token-error")});
        const auto broken =
            finder.list({samples::SoftHsm::faultyModule(), QStringLiteral("/nowhere.so")}, samples::now(), {});
        QCOMPARE(broken[0].problem->code, ErrorCode::TokenFailed);
        QCOMPARE(broken[1].problem->code, ErrorCode::FileUnreadable);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(finder.list({samples::SoftHsm::module()}, samples::now(), stop.get_token()).empty());
    }

    void aWorkersNonsenseIsNotBelieved()
    {
        const QString path = QStringLiteral("/a.so");
        QCOMPARE(tokensjson::toListing({}, path).problem->code, ErrorCode::WorkerDied);
        auto json = tokensjson::fromListing(
            DirectKeyFinder(m_modules).list({samples::SoftHsm::module()}, samples::now(), {}).front());
        QByteArray text = QJsonDocument(json).toJson();
        text.replace(m_maria.certificate.toBase64(), "bm8gY2VydGlmaWNhdGU=");
        const auto listing = tokensjson::toListing(QJsonDocument::fromJson(text).object(), path);
        QCOMPARE(listing.path, path);
        QCOMPARE(tokenOf(listing, "maria")->certificates.size(), std::size_t{1});
    }

    void configuredModulesComeFirstAndEachFileOnce()
    {
        const QString soft = samples::SoftHsm::module();
        const QString missing = QStringLiteral("/nowhere/lib.so");
        const QStringList paths = modulePaths({missing, soft, soft});
        QCOMPARE(paths.mid(0, 2), QStringList({missing, soft}));
        QCOMPARE(paths.count(soft), 1);
        for (const QString& path : paths.mid(2))
            QVERIFY2(QFile::exists(path), qPrintable(path));
        QVERIFY(knownModulePaths().contains(QStringLiteral("/usr/lib/libbit4xpki.so")));
    }
};

QTEST_GUILESS_MAIN(TestKeyFinder)
#include "test_key_finder.moc"
