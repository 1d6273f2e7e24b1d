#include "pdf/ciphers.h"
#include "pdf/incremental_update.h"
#include "pdf/info.h"
#include "pdf/number_field.h"
#include "pdf/security.h"
#include "sample_pdf.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::pdf;

namespace {

QByteArray encrypted(const QStringList& options, const QString& user = {})
{
    return samples::throughQpdf(
        samples::handmadePdf({.pages = 2, .emptyForm = true}),
        QStringList{QStringLiteral("--allow-weak-crypto"), QStringLiteral("--encrypt"), user, QStringLiteral("owner")} +
            options + QStringList{QStringLiteral("--")});
}

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

PdfInfo infoOf(QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    const Result<PdfInfo> info = readInfo(file);
    return info ? *info : PdfInfo{};
}

} // namespace

class TestSecurity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// RFC 6229 (key 0102030405) and FIPS 197 C.1 in CBC with a zero vector.
    void theCiphersAreTheKnownOnes()
    {
        QCOMPARE(rc4(QByteArray::fromHex("0102030405"), QByteArray(16, '\0')).toHex(),
                 QByteArray("b2396305f03dc027ccc3524a0a1118a8"));
        const QByteArray key = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
        const QByteArray plain = QByteArray::fromHex("00112233445566778899aabbccddeeff");
        const auto locked = aesEncrypt(key, QByteArray(16, '\0'), plain, false);
        QCOMPARE(locked->toHex(), QByteArray("69c4e0d86a7b0430d8cdb78070b4c55a"));
        QCOMPARE(*aesDecrypt(key, QByteArray(16, '\0'), *locked, false), plain);
        QVERIFY(!aesDecrypt(key, QByteArray(16, '\0'), locked->left(15), true));
        QVERIFY(!aesDecrypt(key, "short", *locked, true));
    }

    void everyAlgorithmIsReadAndExtended_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("RC4 40") << words("40");
        QTest::newRow("RC4 128") << words("128 --use-aes=n");
        QTest::newRow("RC4 128 by crypt filter") << words("128 --use-aes=n --force-V4");
        QTest::newRow("AES 128") << words("128 --use-aes=y");
        QTest::newRow("AES 128, clear metadata") << words("128 --use-aes=y --cleartext-metadata");
        QTest::newRow("AES 256, R5") << words("256 --force-R5");
        QTest::newRow("AES 256, R6") << words("256");
    }

    void everyAlgorithmIsReadAndExtended()
    {
        QFETCH(QStringList, options);
        for (const char* objects : {"--object-streams=disable", "--object-streams=generate"}) {
            const QByteArray file =
                samples::throughQpdf(encrypted(options), {QString::fromLatin1(objects)}); // keeps the encryption
            QVERIFY(!file.isEmpty());
            const PdfInfo info = infoOf(file);
            QVERIFY2(info.encrypted && info.locked.isEmpty(), qPrintable(info.locked));
            QCOMPARE(info.title, QStringLiteral("Sample"));
            QCOMPARE(info.pages.size(), std::size_t{2});
            // What we append, others can read.
            QBuffer from;
            from.setData(file);
            from.open(QIODevice::ReadOnly);
            QBuffer to;
            to.open(QIODevice::ReadWrite);
            const Done added = addNumberField(from, to, samples::dejaVu(), {.numberLabel = QStringLiteral("Αρ.:")});
            QVERIFY2(added, added ? "" : qPrintable(added.error().cause));
            QVERIFY(to.data().startsWith(file));
            QBuffer filled;
            filled.open(QIODevice::ReadWrite);
            QVERIFY(
                fillNumberField(to, filled, samples::dejaVu(), QStringLiteral("Ω-77/2026"), QStringLiteral("σήμερα")));
            const auto check = samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, filled.data());
            QVERIFY2(check.exitCode == 0, check.output.constData());
            const QByteArray text =
                samples::runOn(QStringLiteral("pdftotext"), {}, filled.data(), {QStringLiteral("-")}).output;
            QVERIFY2(text.contains("Ω-77/2026") && text.contains("pays 100 EUR"), text.constData());
            QCOMPARE(readNumberField(filled)->number, QStringLiteral("Ω-77/2026"));
        }
    }

    void whatCannotBeOpenedSaysWhy()
    {
        for (const char* options : {"40", "128 --use-aes=y", "256"})
            QCOMPARE(infoOf(encrypted(words(options), QStringLiteral("secret"))).locked,
                     QStringLiteral("a password is needed"));
        const auto cause = [](const Dict& dict) { return Security::open(dict, {}).error().cause; };
        QVERIFY(cause({{"Filter", Name{"Adobe.PubSec"}}, {"V", 4}}).contains(u"certificates"));
        QVERIFY(cause({{"Filter", Name{"Standard"}}, {"V", 3}, {"R", 3}}).contains(u"algorithm"));
        QVERIFY(cause({{"Filter", Name{"Standard"}}, {"V", 9}, {"R", 9}}).contains(u"algorithm"));
    }

    void rightsAreKept()
    {
        const auto refusal = [](const char* options) {
            QBuffer from;
            from.setData(encrypted(words(options)));
            from.open(QIODevice::ReadOnly);
            QBuffer to;
            to.open(QIODevice::WriteOnly);
            const Done done = addNumberField(from, to, samples::dejaVu(), {});
            return done ? ErrorCode::AlreadyExists : done.error().code; // AlreadyExists: no error at all
        };
        QCOMPARE(refusal("256 --modify=none"), ErrorCode::PdfForbids);
        QCOMPARE(refusal("128 --use-aes=y --modify=form"), ErrorCode::PdfForbids);
        QCOMPARE(refusal("128 --use-aes=y --modify=all"), ErrorCode::AlreadyExists);
        const auto rights = [](const char* options) {
            QByteArray bytes = encrypted(words(options));
            QBuffer file(&bytes);
            file.open(QIODevice::ReadOnly);
            const Result<Document> document = Document::open(file);
            return document->security()->mayFillFields();
        };
        QVERIFY(rights("256 --modify=form"));
        QVERIFY(!rights("256 --modify=assembly"));
    }

    /// Rights that were changed in the file are none: the key vouches for them.
    void changedRightsAreNoRights()
    {
        const QByteArray file = encrypted(words("256 --modify=none"));
        const qsizetype at = file.indexOf("/P ");
        QVERIFY(at > 0);
        const qsizetype end = file.indexOf(' ', at + 3);
        QByteArray changed = file;
        changed.replace(at + 3, end - at - 3, QByteArray("-4").leftJustified(end - at - 3, ' '));
        QBuffer device(&changed);
        device.open(QIODevice::ReadOnly);
        const Result<Document> document = Document::open(device);
        QVERIFY(document && document->readable());
        QVERIFY(!document->security()->mayAddFields() && !document->security()->mayFillFields());
    }

    /// No byte of the encryption dictionary or of the data makes reading end badly.
    void damageIsBorne()
    {
        const QByteArray file = encrypted(words("256"));
        const qsizetype encrypt = file.indexOf("/Encrypt") > 0 ? file.indexOf("/CF") : 0;
        QVERIFY(encrypt > 0);
        for (qsizetype at = encrypt; at < std::min<qsizetype>(encrypt + 1200, file.size()); at += 3) {
            QByteArray changed = file;
            changed[at] = static_cast<char>(changed[at] ^ 0x11);
            const PdfInfo info = infoOf(changed);
            QVERIFY(info.pages.size() <= 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestSecurity)
#include "test_security.moc"
