#include "signed_files.h"
#include "signing/keys/locked_key.h"
#include "signing/keys/pkcs11_modules.h"
#include "soft_hsm.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;

/// What tokens do in the middle of things.
class TestTokens : public QObject
{
    Q_OBJECT

    samples::SoftHsm m_hsm;
    Pkcs11Modules m_modules;

    static Secret pin(const char* typed = "1234") { return Secret(QByteArray(typed)); }
    Result<std::unique_ptr<LockedKey>> find()
    {
        const QString uri = QStringLiteral("pkcs11:token=faulty?module-path=") + samples::SoftHsm::faultyModule();
        return findKey(uri, {m_modules, {}}, samples::now());
    }
    Result<std::unique_ptr<SigningKey>> open(const char* typed = "1234")
    {
        auto found = find();
        return found ? (*found)->unlock(pin(typed)) : fail(found.error());
    }
    static Result<QByteArray> sign(SigningKey& key)
    {
        return key.sign(SignatureScheme::RsaPkcs1, DigestAlgorithm::Sha256, QByteArray(32, 'd'));
    }
    static QString wordOf(const Result<QByteArray>& result)
    {
        return result ? QStringLiteral("good") : errorWord(result.error().code);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const samples::Authority authority;
        QVERIFY(m_hsm.addToken(QStringLiteral("faulty")));
        QVERIFY(m_hsm.addKey(QStringLiteral("faulty"), authority.make({}), "one"));
        QVERIFY(m_hsm.addToken(QStringLiteral("each time")));
        QVERIFY(m_hsm.addKey(QStringLiteral("each time"), authority.make({}), "two", true));
    }
    void init() { m_hsm.misbehave({}); }

    void oneLoginIsForAllAndEndsWithTheKey()
    {
        {
            const auto key = open();
            QVERIFY2(key, key ? "" : qPrintable(key.error().cause));
            for (int i = 0; i < 3; ++i)
                QCOMPARE(wordOf(sign(**key)), QStringLiteral("good"));
        }
        QCOMPARE(m_hsm.asked(), QStringList({QStringLiteral("initialize"), QStringLiteral("login"),
                                             QStringLiteral("sign"), QStringLiteral("sign"), QStringLiteral("sign"),
                                             QStringLiteral("logout"), QStringLiteral("finalize")}));
    }

    void aModuleThatManyHoldIsInitialisedOnce()
    {
        const auto first = find();
        const auto second = find();
        QVERIFY(first && second);
        QCOMPARE(m_hsm.asked(), QStringList{QStringLiteral("initialize")});
    }

    void aWrongPinIsTriedOnceAndNeverAgain()
    {
        const auto found = find();
        QVERIFY(found);
        QCOMPARE((*found)->unlock(pin("9999")).error().code, ErrorCode::PinWrong);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 1);
    }

    void whatIsTooShortForAPinIsNotEvenTried()
    {
        for (const char* typed : {"", "123"})
            QCOMPARE(open(typed).error().code, ErrorCode::PinWrong);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 0);
    }

    void theTriesThatAreLeftAreKnownBeforeThePin()
    {
        QVERIFY(open()); // a good PIN makes up for the wrong ones of other tests
        QCOMPARE((*find())->pinTries(), PinTries::Enough);
        QCOMPARE(open("9999").error().code, ErrorCode::PinWrong);
        QCOMPARE((*find())->pinTries(), PinTries::Few); // SoftHSM counts too
        m_hsm.misbehave({QStringLiteral("count-low")});
        QCOMPARE((*find())->pinTries(), PinTries::Few);
        m_hsm.misbehave({QStringLiteral("count-low"), QStringLiteral("final-try")});
        QCOMPARE((*find())->pinTries(), PinTries::Last);
        QVERIFY(open()); // the last try may be taken
        m_hsm.misbehave({QStringLiteral("locked")});
        QCOMPARE((*find())->pinTries(), PinTries::None);
        QCOMPARE(open().error().code, ErrorCode::PinLocked);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 0);
    }

    void aPinThatMustBeChangedFirstIsToldAsThat()
    {
        m_hsm.misbehave({QStringLiteral("pin-to-be-changed")});
        QCOMPARE(open().error().code, ErrorCode::PinToBeSet);
    }

    void atAPadNothingIsTyped()
    {
        m_hsm.misbehave({QStringLiteral("pad-pin=1234")});
        const auto found = find();
        QVERIFY(found);
        QCOMPARE((*found)->pinEntry(), PinEntry::OnPad);
        const auto key = (*found)->unlock(Secret());
        QVERIFY2(key, key ? "" : qPrintable(key.error().cause));
        QCOMPARE(wordOf(sign(**key)), QStringLiteral("good"));
    }

    void whatIsBrokenOffAtThePadIsToldAsThat()
    {
        m_hsm.misbehave({QStringLiteral("pad-cancel")});
        const auto found = find();
        QVERIFY(found);
        QCOMPARE((*found)->unlock(Secret()).error().code, ErrorCode::Cancelled);
    }

    void aPinForEachSignatureIsEnteredByTheBatch()
    {
        m_hsm.misbehave({QStringLiteral("always-authenticate")});
        const auto key = open();
        QVERIFY(key);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(wordOf(sign(**key)), QStringLiteral("good"));
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 1);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login for operation")), 3);
    }

    void softHsmsOwnKeyThatWantsThePinEachTimeSigns()
    {
        const QString uri = QStringLiteral("pkcs11:token=each%20time?module-path=") + samples::SoftHsm::module();
        const auto found = findKey(uri, {m_modules, {}}, samples::now());
        QVERIFY(found);
        const auto key = (*found)->unlock(pin());
        QVERIFY(key);
        for (int i = 0; i < 2; ++i) {
            const auto value = sign(**key);
            QVERIFY2(value, value ? "" : qPrintable(value.error().cause));
        }
    }

    void aPinThatIsRefusedInTheMiddleEndsTheBatch_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("word");
        QTest::newRow("wrong") << QStringLiteral("context-wrong-after=1") << QStringLiteral("pin-wrong");
        // Some tokens say no more than that.
        QTest::newRow("general error") << QStringLiteral("context-error-after=1") << QStringLiteral("token-failed");
    }
    void aPinThatIsRefusedInTheMiddleEndsTheBatch()
    {
        QFETCH(QString, fault);
        QFETCH(QString, word);
        m_hsm.misbehave({QStringLiteral("always-authenticate"), fault});
        const auto key = open();
        QVERIFY(key);
        QCOMPARE(wordOf(sign(**key)), QStringLiteral("good"));
        QCOMPARE(wordOf(sign(**key)), word);
        QCOMPARE(wordOf(sign(**key)), word);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login for operation")), 2); // the third was not tried
    }

    void aTokenWithAPinOfItsOwnForSignaturesIsAskedWithThatOne()
    {
        m_hsm.misbehave({QStringLiteral("always-authenticate"), QStringLiteral("signature-pin=567890")});
        auto found = find();
        QVERIFY(found);
        const auto key = (*found)->unlock(pin(), pin("567890"));
        QVERIFY(key);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(wordOf(sign(**key)), QStringLiteral("good"));
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 1);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login for operation")), 3);
    }

    void aWrongPinForSignaturesIsTriedOnceAndToldApartFromThePin()
    {
        for (const char* typed : {"", "111111"}) {
            m_hsm.misbehave({QStringLiteral("always-authenticate"), QStringLiteral("signature-pin=567890")});
            auto found = find();
            QVERIFY(found);
            const auto key = (*found)->unlock(pin(), pin(typed));
            QVERIFY(key); // the PIN itself is good
            for (int i = 0; i < 2; ++i) {
                const auto value = sign(**key);
                QCOMPARE(wordOf(value), QStringLiteral("pin-wrong"));
                QVERIFY2(value.error().cause.contains(QStringLiteral("PIN for signatures")),
                         qPrintable(value.error().cause));
            }
            QCOMPARE(m_hsm.asked().count(QStringLiteral("login for operation")), 1);
        }
    }

    void aTokenPulledOutInTheMiddleIsMissingFromThenOn()
    {
        m_hsm.misbehave({QStringLiteral("removed-after=2")});
        const auto key = open();
        QVERIFY(key);
        QCOMPARE(wordOf(sign(**key)), QStringLiteral("good"));
        QCOMPARE(wordOf(sign(**key)), QStringLiteral("good"));
        QCOMPARE(wordOf(sign(**key)), QStringLiteral("token-missing"));
        m_hsm.misbehave({}); // plugged in again: a new batch with a new PIN
        QCOMPARE(wordOf(sign(**key)), QStringLiteral("token-missing"));
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 0);
    }

    void aSessionThatIsLostIsOpenedAgainForTheSameBatch()
    {
        m_hsm.misbehave({QStringLiteral("session-lost-after=1")});
        const auto key = open();
        QVERIFY(key);
        for (int i = 0; i < 3; ++i) {
            const auto value = sign(**key);
            QVERIFY2(value, value ? "" : qPrintable(value.error().cause));
        }
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 2);
    }

    void anErrorOfTheTokenFailsOneSignatureOnly()
    {
        m_hsm.misbehave({QStringLiteral("device-error-after=1")});
        const auto key = open();
        QVERIFY(key);
        QCOMPARE(wordOf(sign(**key)), QStringLiteral("good"));
        QCOMPARE(wordOf(sign(**key)), QStringLiteral("token-failed"));
        QCOMPARE(wordOf(sign(**key)), QStringLiteral("good"));
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 1);
    }

    void whatIsNoModuleIsToldAsThat()
    {
        const auto with = [this](const QString& path) {
            return findKey(QStringLiteral("pkcs11:?module-path=") + path, {m_modules, {}}, samples::now()).error().code;
        };
        QCOMPARE(with(QStringLiteral("/nowhere/lib.so")), ErrorCode::FileUnreadable);
        QFile text(m_hsm.path(QStringLiteral("text.so")));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no library") > 0);
        text.close();
        QCOMPARE(with(text.fileName()), ErrorCode::TokenModuleFailed);
        QCOMPARE(with(QStringLiteral("/usr/lib/x86_64-linux-gnu/libz.so.1")), ErrorCode::TokenModuleFailed);
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "test_tokens.moc"
