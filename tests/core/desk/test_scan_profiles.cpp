#include "desk/scan_profiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::desk;
using namespace diakinisi::scanning;

namespace {

ScanProfile letters()
{
    ScanProfile profile;
    profile.name = QStringLiteral("Έγγραφα, δύο όψεις");
    profile.scanner = QStringLiteral("escl:http://10.0.0.7/eSCL");
    profile.source = ScanSource::Feeder;
    profile.manualDuplex = true;
    profile.colour = ScanColour::Colour;
    profile.dpi = 400;
    profile.brightness = -15;
    profile.area = QSizeF(215.9, 355.6);
    profile.cleanUp.deskew = true;
    profile.cleanUp.colours = imaging::PageColours::LineArt;
    profile.upright = true;
    profile.leaveOutBlank = true;
    return profile;
}

/// JSON with ' for each ": moc stumbles over raw strings.
QByteArray quoted(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

void write(const QTemporaryDir& folder, const QByteArray& text)
{
    QFile file(folder.filePath(QStringLiteral("scan-profiles.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write");
}

} // namespace

class TestScanProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profilesComeBackAsTheyWereKept()
    {
        QTemporaryDir folder;
        const ScanProfiles none = readScanProfiles(folder.path());
        QVERIFY(none.profiles.empty() && !none.trouble);
        ScanProfile plain;
        plain.name = QStringLiteral("Απλό");
        QVERIFY(writeScanProfiles(folder.path(), {letters(), plain}, plain.name));
        const ScanProfiles kept = readScanProfiles(folder.path());
        QVERIFY(!kept.trouble);
        QCOMPARE(kept.chosen, plain.name);
        QVERIFY(kept.profiles == (std::vector{letters(), plain}));
    }

    void whatCannotBeReadIsToldAndTheRestIsThere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("readable");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, const QByteArray& text, int readable, ErrorCode code) {
            QTest::newRow(name) << text << readable << code;
        };
        const auto one = [](const QByteArray& fields) {
            return quoted("{'profiles':[{'name':'a'},{'name':'b',") + fields + "}]}";
        };
        row("cut off", quoted("{'profiles':[{'na"), 0, ErrorCode::MalformedInput);
        row("no list", quoted("{'profiles':7}"), 0, ErrorCode::MalformedInput);
        row("not an object", quoted("{'profiles':[{'name':'a'},5]}"), 1, ErrorCode::FieldInvalid);
        row("twice", quoted("{'profiles':[{'name':'a'},{'name':'a'}]}"), 1, ErrorCode::MalformedInput);
        row("too large", "{\"a\":\"" + QByteArray(2'000'000, 'x') + "\"}", 0, ErrorCode::LimitExceeded);
        row("source", one(quoted("'source':'drawer'")), 1, ErrorCode::FieldInvalid);
        row("dpi", one(quoted("'dpi':100000")), 1, ErrorCode::FieldInvalid);
        row("kind of value", one(quoted("'dpi':'300'")), 1, ErrorCode::FieldInvalid);
        row("area", one(quoted("'widthTenths':-5")), 1, ErrorCode::FieldInvalid);
        row("manual duplex from the glass", one(quoted("'manualDuplex':true")), 1, ErrorCode::FieldInvalid);
        row("no name", quoted("{'profiles':[{'dpi':300}]}"), 0, ErrorCode::FieldInvalid);
    }
    void whatCannotBeReadIsToldAndTheRestIsThere()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, readable);
        QFETCH(ErrorCode, code);
        QTemporaryDir folder;
        write(folder, text);
        const ScanProfiles found = readScanProfiles(folder.path());
        QVERIFY(found.trouble);
        QCOMPARE(errorWord(found.trouble->code), errorWord(code));
        QCOMPARE(found.profiles.size(), std::size_t(readable));
    }

    void whatCouldNotBeReadIsKeptBesideTheNewFile()
    {
        QTemporaryDir folder;
        write(folder, "not JSON");
        QVERIFY(writeScanProfiles(folder.path(), {letters()}, {}));
        QVERIFY(!readScanProfiles(folder.path()).trouble);
        QFile unread(folder.filePath(QStringLiteral("scan-profiles.json.unread")));
        QVERIFY(unread.open(QIODevice::ReadOnly));
        QCOMPARE(unread.readAll(), QByteArray("not JSON"));
        QVERIFY(writeScanProfiles(folder.path(), {letters()}, {}));
        QVERIFY(unread.exists());
    }

    void whatCouldNotBeReadAgainIsNotWritten()
    {
        QTemporaryDir folder;
        QVERIFY(writeScanProfiles(folder.path(), {letters()}, {}));
        ScanProfile nameless = letters();
        nameless.name.clear();
        QCOMPARE(writeScanProfiles(folder.path(), {nameless}, {}).error().code, ErrorCode::FieldInvalid);
        QCOMPARE(writeScanProfiles(folder.path(), {letters(), letters()}, {}).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(readScanProfiles(folder.path()).profiles.size(), std::size_t{1});
        QCOMPARE(writeScanProfiles(folder.filePath(QStringLiteral("none")), {letters()}, {}).error().code,
                 ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(TestScanProfiles)
#include "test_scan_profiles.moc"
