#include "desk/key_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::desk;

class TestKeyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadByTheNextProgram()
    {
        QTemporaryDir folder;
        const QString keys = folder.filePath(QStringLiteral("keys"));
        const QByteArray secret("\0binary\xff", 8);
        QVERIFY(makeFileKeyStore(keys)->write(QStringLiteral("token"), secret));
        QCOMPARE(*makeFileKeyStore(keys)->read(QStringLiteral("token")), secret);
        QVERIFY(makeFileKeyStore(keys)->write(QStringLiteral("token"), "newer"));
        QCOMPARE(*makeFileKeyStore(keys)->read(QStringLiteral("token")), QByteArray("newer"));
        QVERIFY(makeFileKeyStore(keys)->remove(QStringLiteral("token")));
        QVERIFY(makeFileKeyStore(keys)->remove(QStringLiteral("token")));
        QVERIFY(!*makeFileKeyStore(keys)->read(QStringLiteral("token")));
    }

    void nobodyElseMayRead()
    {
        QTemporaryDir folder;
        const QString keys = folder.filePath(QStringLiteral("keys"));
        QVERIFY(makeFileKeyStore(keys)->write(QStringLiteral("token"), "secret"));
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(keys) & others));
        QVERIFY(!(QFile::permissions(keys + QStringLiteral("/token")) & others));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("keys")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Done written = makeFileKeyStore(file.fileName())->write(QStringLiteral("token"), "secret");
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "test_key_store.moc"
