#include "signed_files.h"

#include "signing/cms/cms_check.h"

#include <QTest>
#include <QTime>

#include <random>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::judged;
using samples::signedBy;

class TestHostileSignatures : public QObject
{
    Q_OBJECT

private:
    samples::Authority m_authority;
    samples::Person m_maria = m_authority.make({});
    std::uint32_t m_seed = static_cast<std::uint32_t>(QTime::currentTime().msecsSinceStartOfDay());

private Q_SLOTS:
    void noFlippedByteIsEverShownAsGood()
    {
        qInfo("seed %u", m_seed);
        std::mt19937 random(m_seed);
        const QByteArray good = *signedBy(m_maria, samples::handmadePdf({.pages = 2}), samples::marked());
        const qsizetype begin = good.indexOf("/Contents <") + 11;
        const qsizetype end = good.indexOf('>', begin);
        for (int round = 0; round < 3000; ++round) {
            QByteArray bad = good;
            const auto at = static_cast<qsizetype>(random() % static_cast<std::uint32_t>(good.size()));
            bad[at] = static_cast<char>(bad[at] ^ (1 << (random() % 8)));
            const Result<PdfVerdict> verdict = judged(bad);
            if (!verdict || !verdict->allIntact())
                continue;
            // Only the value itself may change without notice, where CMS signs nothing: a digit's case, an issuer's
            // certificate. It must still be the same signer.
            QVERIFY2(at >= begin && at < end, qPrintable(QStringLiteral("byte %1 changed and not noticed").arg(at)));
            QCOMPARE(verdict->signatures.front().signer->fingerprint, Sha256::of(m_maria.certificate));
        }
    }

    void damagedSignatureValuesNeverCrash()
    {
        qInfo("seed %u", m_seed);
        std::mt19937 random(m_seed);
        const QByteArray pdf = *signedBy(m_maria, samples::handmadePdf());
        const qsizetype begin = pdf.indexOf("/Contents <") + 11;
        const QByteArray value = QByteArray::fromHex(pdf.mid(begin, pdf.indexOf('>', begin) - begin));
        const auto digest = [](const QString&) { return QByteArray(32, 'x'); };
        for (int round = 0; round < 5000; ++round) {
            QByteArray bad = value;
            for (int i = 0; i < 1 + static_cast<int>(random() % 4); ++i)
                bad[static_cast<qsizetype>(random() % 1500)] = static_cast<char>(random());
            if (round % 7 == 0)
                bad.truncate(static_cast<qsizetype>(random() % 2000));
            const CmsFinding finding = checkCms(bad, digest);
            QVERIFY(!finding.digestHolds);
        }
    }
};

QTEST_GUILESS_MAIN(TestHostileSignatures)
#include "test_hostile_signatures.moc"
