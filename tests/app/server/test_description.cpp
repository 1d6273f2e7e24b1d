#include "server/api/api.h"
#include "tests/app/server/office_fixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::server;

namespace {

/// Every {"$ref": "#/..."} anywhere in the value.
void collectReferences(const QJsonValue& value, QStringList& references)
{
    for (const QJsonValue& each : value.toArray())
        collectReferences(each, references);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"$ref")
            references << it.value().toString();
        collectReferences(it.value(), references);
    }
}

QJsonValue at(const QJsonObject& root, const QString& reference)
{
    QJsonValue value = root;
    for (const QString& step : reference.mid(2).split(u'/'))
        value = value.toObject().value(step);
    return value;
}

} // namespace

/// The description that the server gives of itself holds what is routed, and nothing else.
class TestDescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(DIAKINISI_SOURCE "/resources/openapi/openapi.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_description = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(!m_description.isEmpty());
    }

    void everyRouteIsDescribedAndEveryDescriptionRouted()
    {
        QTemporaryDir folder;
        OfficeFixture fixture;
        const auto accounts =
            Accounts::open(folder.filePath(QStringLiteral("a.sqlite")), fixture.clock, fixture.ids, fixture.random)
                .value();
        const auto accessLog = AccessLog::open(folder.filePath(QStringLiteral("x.sqlite")), fixture.clock).value();
        const ledger::HeadKey key = ledger::HeadKey::make(fixture.random);
        const Settings settings;
        Lane passwords("passwords");
        Log log;
        const Api api({*fixture.office, *accounts, *accessLog, *fixture.files, key, settings, fixture.clock, passwords,
                       log, fixture.metrics});
        QStringList routed;
        for (const Route& route : api.routes()) {
            const QString operation = QString::fromLatin1(methodWord(route.method)).toLower() + u' ' + route.pattern;
            routed << operation;
            const bool open = route.admission == Admission::Open || route.admission == Admission::AllowedAddress;
            const QJsonObject described = m_description.value(QStringLiteral("paths"))
                                              .toObject()
                                              .value(route.pattern)
                                              .toObject()
                                              .value(operation.section(u' ', 0, 0))
                                              .toObject();
            QVERIFY2(!described.isEmpty(), qPrintable(operation));
            QCOMPARE(described.contains(QStringLiteral("security")), open); // open ones say so
        }
        QStringList described;
        const QJsonObject paths = m_description.value(QStringLiteral("paths")).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path)
            for (const QString& method : path.value().toObject().keys())
                described << method + u' ' + path.key();
        routed.sort();
        described.sort();
        QCOMPARE(routed, described);
    }

    void everyReferenceLeadsSomewhere()
    {
        QStringList references;
        collectReferences(m_description, references);
        QVERIFY(references.size() > 50);
        for (const QString& reference : references)
            QVERIFY2(at(m_description, reference).isObject(), qPrintable(reference));
    }

private:
    QJsonObject m_description;
};

QTEST_GUILESS_MAIN(TestDescription)
#include "test_description.moc"
