#include "recognition/mail_reading.h"
#include "recognition/worker_mail_reader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::recognition;

namespace {

const QByteArray greekHeader = "From: =?UTF-8?B?zqbOv8+BzrXOsc+CIM6VzrvOrc6zz4fOv8+F?= <foreas@example.gr>\r\n"
                               "To: =?windows-1253?Q?=C4=DE=EC=EF=F2?= <dimos@example.gr>, plain@example.gr\r\n"
                               "Cc: third@example.gr\r\n"
                               "Subject: =?utf-8?q?Re:_=CE=91=CE=AF=CF=84=CE=B7=CE=BC=CE=B1?=\r\n"
                               " =?utf-8?q?_=CF=80=CE=B1=CF=81=CE=AC=CF=84=CE=B1=CF=83=CE=B7=CF=82?=\r\n"
                               "Date: Thu, 12 Mar 2026 23:30:00 +0200\r\n"
                               "MIME-Version: 1.0\r\n";

QByteArray withFiles()
{
    return greekHeader +
           "Content-Type: multipart/mixed; boundary=b1\r\n\r\n"
           "--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
           QByteArray("Αριθ. Πρωτ.: 1234/56\nΣας αποστέλλουμε τα στοιχεία.\n") +
           "\r\n--b1\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment;\r\n"
           " filename*=utf-8''%CE%91%CE%AF%CF%84%CE%B7%CF%83%CE%B7.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
           "JVBERi0xLjQK\r\n--b1\r\nContent-Type: image/png; name=\"../../etc/b.png\"\r\n"
           "Content-Disposition: attachment\r\n\r\nxyz\r\n--b1--\r\n";
}

} // namespace

class TestMail : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    WorkerSettings settings() const
    {
        WorkerSettings settings;
        settings.program = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
        return settings;
    }
    Result<MailFile> read(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("message.eml")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return fail(ErrorCode::FileUnwritable);
        file.close();
        WorkerProcess worker(settings());
        return WorkerMailReader(worker).read(file.fileName(), {});
    }

private Q_SLOTS:
    void aMessageTellsItsSubjectSenderDateAndFiles()
    {
        const auto mail = read(withFiles());
        QVERIFY2(mail, mail ? "" : qPrintable(errorWord(mail.error().code)));
        QCOMPARE(mail->subject, QStringLiteral("Re: Αίτημα παράτασης"));
        QCOMPARE(mail->from, (MailAddress{QStringLiteral("Φορεας Ελέγχου"), QStringLiteral("foreas@example.gr")}));
        QCOMPARE(mail->to.size(), std::size_t(2));
        QCOMPARE(mail->to.front().name, QStringLiteral("Δήμος"));
        QCOMPARE(mail->date.date(), QDate(2026, 3, 12));
        QCOMPARE(mail->attachments.size(), std::size_t(2));
        QCOMPARE(mail->attachments.front(),
                 (MailAttachment{QStringLiteral("Αίτηση.pdf"), QStringLiteral("application/pdf"), 9}));
        QCOMPARE(mail->attachments.back().name, QStringLiteral("b.png"));
        const LetterReading letter = readMail(*mail);
        QCOMPARE(letter.subject->text, QStringLiteral("Αίτημα παράτασης"));
        QCOMPARE(letter.sender->text, QStringLiteral("Φορεας Ελέγχου"));
        QCOMPARE(letter.senderNumber->text, QStringLiteral("1234/56"));
        QCOMPARE(letter.date(), QDate(2026, 3, 12));
        QCOMPARE(letter.attachmentCount->value, QStringLiteral("2"));
        QCOMPARE(letter.copies.front().text, QStringLiteral("third@example.gr"));
    }

    void greekWithoutACharsetIsReadAsGreekOfOldPrograms()
    {
        const auto mail = read("From: a@example.gr\nSubject: \xC1\xDF\xF4\xE7\xF3\xE7\n\n\xD3\xE1\xF2\n");
        QVERIFY(mail);
        QCOMPARE(mail->subject, QStringLiteral("Αίτηση"));
    }

    void onlyHtmlGivesItsWords()
    {
        const auto mail =
            read(greekHeader +
                 "Content-Type: text/html; charset=utf-8\r\n\r\n<style>p{}</style><p>One</p><p>two &amp; more</p>");
        QVERIFY(mail);
        QCOMPARE(mail->text.simplified(), QStringLiteral("One two & more"));
    }

    void aHostileMessageIsCutAndNeverTakesTheWorkerWithIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray nested = "From: a@example.gr\nSubject: deep\nMIME-Version: 1.0\n";
        QByteArray messages = "From: a@example.gr\nSubject: deep\n";
        for (int i = 0; i < 3000; ++i) {
            const QByteArray boundary = "b" + QByteArray::number(i);
            nested += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
            messages += "Content-Type: message/rfc822\n\nSubject: within\n";
        }
        QTest::newRow("parts within parts") << nested;
        QTest::newRow("messages within messages") << messages;
        QTest::newRow("a header without an end") << "From: a@example.gr\nSubject: " + QByteArray(8'000'000, 'x');
        QByteArray headers = "From: a@example.gr\nSubject: many\n";
        for (int i = 0; i < 200'000; ++i)
            headers += "X-H: v\n";
        QTest::newRow("headers without an end") << headers + "\ntext\n";
        QByteArray parts =
            "From: a@example.gr\nSubject: many\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";
        for (int i = 0; i < 20'000; ++i)
            parts += "--b\nContent-Disposition: attachment; filename=f\n\nx\n";
        QTest::newRow("files without an end") << parts;
        QTest::newRow("addresses without an end")
            << "Subject: many\nFrom: a@example.gr\nTo: " + QByteArray("b@example.gr, ").repeated(50'000) + "\n\n";
        QTest::newRow("a charset that nobody knows")
            << QByteArray("From: a@example.gr\nSubject: =?x-nobody?Q?abc?=\nContent-Type: text/plain; "
                          "charset=x-nobody\n\n\xFF\xFE\n");
    }
    void aHostileMessageIsCutAndNeverTakesTheWorkerWithIt()
    {
        QFETCH(QByteArray, bytes);
        const auto mail = read(bytes);
        QVERIFY2(mail, mail ? "" : qPrintable(errorWord(mail.error().code) + mail.error().cause));
        QVERIFY(mail->attachments.size() <= MailFile::mostParts);
        QVERIFY(mail->to.size() <= MailFile::mostAddresses);
        QVERIFY(mail->subject.size() <= MailFile::mostHeader);
    }

    void whatIsNoMessageIsToldAsSuch()
    {
        const auto mail = read("\x89PNG\r\n\x1a\n" + QByteArray(5000, '\x07'));
        QVERIFY(!mail);
        QCOMPARE(mail.error().code, ErrorCode::MalformedInput);
        WorkerProcess worker(settings());
        QCOMPARE(WorkerMailReader(worker).read(m_folder.filePath(QStringLiteral("none.eml")), {}).error().code,
                 ErrorCode::FileUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestMail)
#include "test_mail.moc"
