#include "rendering/worker_renderer.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::rendering;

namespace {

const QDir folder(QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters"));

QJsonObject read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

std::vector<QJsonObject> letters()
{
    const QJsonObject all = read(folder.filePath(QStringLiteral("letters.json")));
    std::vector<QJsonObject> list;
    for (const auto& key : {QStringLiteral("letters"), QStringLiteral("drafts")})
        for (const QJsonValue& letter : all.value(key).toArray())
            list.push_back(letter.toObject());
    return list;
}

/// Letters only: a line break, a hyphen or a quotation mark may stand anywhere.
QString lettersOf(const QString& text)
{
    QString result;
    for (const QChar c : text)
        if (c.isLetterOrNumber())
            result += c.toLower();
    return result;
}

/// The share of pixels that are dark: a page of text has some, an empty or a black one has not.
double inked(const QImage& image)
{
    qint64 dark = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark += image.constScanLine(y)[x] < 128 ? 1 : 0;
    return static_cast<double>(dark) / (static_cast<double>(image.width()) * image.height());
}

} // namespace

class TestSampleLetters : public QObject
{
    Q_OBJECT

    WorkerProcess m_process{{QStringLiteral(DIAKINISI_BIN "/diakinisi-worker"), {}}};
    WorkerRenderer m_renderer{m_process};

private Q_SLOTS:
    void everyFileIsListedAndTheUnitsExist()
    {
        QStringList listed;
        QStringList units;
        for (const QJsonValue& unit :
             read(folder.filePath(QStringLiteral("../organisation.json"))).value(u"units").toArray())
            units.append(unit[u"code"].toString());
        for (const QJsonObject& letter : letters()) {
            listed.append(letter.value(u"file").toString());
            QVERIFY2(units.contains(letter.value(u"unit").toString()), qPrintable(listed.last()));
        }
        QStringList found = folder.entryList(
            {QStringLiteral("*.pdf"), QStringLiteral("*.jpg"), QStringLiteral("*.png"), QStringLiteral("*.tif")},
            QDir::Files, QDir::Name);
        listed.sort();
        QCOMPARE(found, listed);
        QVERIFY(found.size() >= 15);
    }

    void everyPageIsDrawn()
    {
        for (const QJsonObject& letter : letters()) {
            const QString file = letter.value(u"file").toString();
            const PageSource source = PageSource::ofFile(folder.filePath(file));
            const auto info = m_renderer.inspect(source, {});
            QVERIFY2(info, qPrintable(file));
            for (int page = 0; page < static_cast<int>(info->pages.size()); ++page) {
                RenderRequest request;
                request.page = page;
                request.dpi = 100;
                request.gray = true;
                const auto image = m_renderer.render(source, request, {});
                QVERIFY2(image, qPrintable(file));
                QVERIFY2(qAbs(image->width() - 827) <= 5, qPrintable(file)); // A4
                QVERIFY2(qAbs(image->height() - 1169) <= 30, qPrintable(file));
                QVERIFY2(inked(*image) > 0.003 && inked(*image) < 0.2, qPrintable(file));
            }
        }
    }

    void theTextOfAPdfHoldsTheSubjectThatIsListed()
    {
        int pdfs = 0;
        for (const QJsonObject& letter : letters()) {
            const QString file = letter.value(u"file").toString();
            const auto text = m_renderer.text(PageSource::ofFile(folder.filePath(file)), 0, {});
            QVERIFY2(text, qPrintable(file));
            if (!file.endsWith(u".pdf")) {
                QVERIFY(text->words.empty());
                continue;
            }
            ++pdfs;
            if (letter.value(u"kind").toString() != u"τιμολόγιο")
                QVERIFY2(lettersOf(text->plainText()).contains(lettersOf(letter.value(u"subject").toString())),
                         qPrintable(file));
        }
        QVERIFY(pdfs >= 8);
    }
};

QTEST_GUILESS_MAIN(TestSampleLetters)
#include "test_sample_letters.moc"
