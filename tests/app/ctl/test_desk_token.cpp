#include "desk_bench.h"
#include "soft_hsm.h"

#include <QTest>

using namespace diakinisi;
using test::CtlAnswer;
using test::DeskBench;

/// Signing at the desk's command line with a token: SoftHSM through the module that counts and misbehaves.
class TestDeskToken : public QObject
{
    Q_OBJECT

    samples::SoftHsm m_hsm;
    samples::Authority m_authority;
    std::unique_ptr<DeskBench> m_bench;

    CtlAnswer head(const QStringList& words) { return m_bench->desk(QStringLiteral("head"), words); }
    QString key() const { return QStringLiteral("pkcs11:token=head?module-path=") + samples::SoftHsm::faultyModule(); }
    /// A letter that waits for the head's signature.
    QString letter(const QString& subject)
    {
        const QString document = m_bench->registerLetter(subject).text("document");
        const QString registry = QStringLiteral("registry");
        m_bench->desk(registry,
                      {QStringLiteral("submit"), document, QStringLiteral("--route"), QStringLiteral("head:sign")});
        return document;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<DeskBench>();
        QVERIFY2(m_bench->isReady(), qPrintable(m_bench->server().error()));
        for (const char* login : {"registry", "head"})
            QCOMPARE(m_bench->signIn(QString::fromLatin1(login)).exitCode, 0);
        const samples::Person person = m_authority.make({});
        QVERIFY(m_hsm.addToken(QStringLiteral("head")) && m_hsm.addKey(QStringLiteral("head"), person, "sign"));
        const QString file = m_bench->write(QStringLiteral("head.der"), person.certificate);
        QCOMPARE(m_bench
                     ->admin({QStringLiteral("person"), QStringLiteral("certificate"), QStringLiteral("head"),
                              QStringLiteral("--file"), file})
                     .exitCode,
                 0);
    }

    void severalAreSignedWithOneLogin()
    {
        const QStringList letters{letter(QStringLiteral("Πρώτο")), letter(QStringLiteral("Δεύτερο"))};
        m_bench->sync(QStringLiteral("head"));
        m_hsm.misbehave({});
        const CtlAnswer made = head(QStringList{QStringLiteral("sign")} + letters +
                                    QStringList{QStringLiteral("--key"), key(), QStringLiteral("--pin-file"),
                                                m_bench->path(QStringLiteral("pin"))});
        QVERIFY2(made.exitCode == 0, made.told().constData());
        for (const QJsonValue& each : made.list())
            QVERIFY(each[QStringLiteral("signed")].toBool());
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 1);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("sign")), 2);
    }

    void aWrongPinSignsNothingAndIsTriedOnce()
    {
        const QString document = letter(QStringLiteral("Τρίτο"));
        m_bench->sync(QStringLiteral("head"));
        m_hsm.misbehave({});
        const QString wrong = m_bench->write(QStringLiteral("wrong"), "9999\n");
        const CtlAnswer made = head(
            {QStringLiteral("sign"), document, QStringLiteral("--key"), key(), QStringLiteral("--pin-file"), wrong});
        QCOMPARE(made.exitCode, 3);
        QVERIFY2(made.messages.contains("pin-wrong"), made.told().constData());
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 1);
    }
};

QTEST_GUILESS_MAIN(TestDeskToken)
#include "test_desk_token.moc"
