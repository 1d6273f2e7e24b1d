#include "tests/core/wire/samples.h"
#include "wire/json_reader.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::wire;

// tests/data/golden/README.md says what these files are for and how new ones come.
namespace {

QString folder(const char* name)
{
    return QStringLiteral(DIAKINISI_TEST_DATA "/golden/") + QString::fromLatin1(name);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Compares with the golden file; makes a missing one where that was asked for, never touches one that is there.
bool isAsWritten(const QString& path, const QByteArray& bytes)
{
    if (!QFile::exists(path) && qEnvironmentVariable("DIAKINISI_GOLDEN") == QStringLiteral("add")) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(bytes + '\n') == bytes.size() + 1;
    }
    return contentOf(path) == bytes + '\n';
}

struct GoldenFile {
    QString kind;
    int v = 0;
    QJsonObject json;
};

std::vector<GoldenFile> goldenFiles(const char* name)
{
    static const QRegularExpression form(QStringLiteral("^([a-z-]+)-v([1-9][0-9]*)\\.json$"));
    std::vector<GoldenFile> files;
    for (const QString& file : QDir(folder(name)).entryList(QDir::Files)) {
        const auto match = form.match(file);
        const auto json = readJsonObject(contentOf(folder(name) + u'/' + file));
        files.push_back({match.captured(1), match.captured(2).toInt(), json.value_or(QJsonObject{})});
    }
    return files;
}

} // namespace

class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandIsWrittenAsTheGoldenFileSays()
    {
        for (const domain::Command& command : test::everyCommand()) {
            const QJsonObject json = toJson(command);
            const QString path =
                QStringLiteral("%1/%2-v%3.json")
                    .arg(folder("commands"), json.value(u"kind").toString(), QString::number(json.value(u"v").toInt()));
            QVERIFY2(isAsWritten(path, test::canonical(json)), qPrintable(path));
        }
    }

    void everyEventIsWrittenAsTheGoldenFileSays()
    {
        for (const domain::EventBody& body : test::everyEvent()) {
            const ledger::Record record = test::recordOf(body);
            const QString path = QStringLiteral("%1/%2-v%3.json")
                                     .arg(folder("events"), record.envelope.kind, QString::number(record.envelope.v));
            QVERIFY2(isAsWritten(path, ledger::toBytes(record)), qPrintable(path));
        }
    }

    void everyCommandEverWrittenIsRead()
    {
        const auto files = goldenFiles("commands");
        QVERIFY(files.size() >= std::variant_size_v<domain::CommandBody>);
        for (const GoldenFile& file : files) {
            const auto command = commandFromJson(file.json);
            QVERIFY2(command, qPrintable(file.kind));
            QCOMPARE(file.json.value(u"kind").toString(), file.kind);
            QCOMPARE(command->v, file.v);
        }
    }

    void everyEventEverWrittenIsRead()
    {
        const auto files = goldenFiles("events");
        QVERIFY(files.size() >= std::variant_size_v<domain::EventBody> - 1);
        for (const GoldenFile& file : files) {
            const auto record = ledger::recordFromJson(file.json); // digests and hash still fit
            QVERIFY2(record, qPrintable(file.kind));
            QCOMPARE(record->envelope.kind, file.kind);
            QCOMPARE(record->envelope.v, file.v);
            QVERIFY2(!std::holds_alternative<domain::UnknownEvent>(eventOf(*record).body), qPrintable(file.kind));
        }
    }
};

QTEST_APPLESS_MAIN(TestGolden)
#include "test_golden.moc"
