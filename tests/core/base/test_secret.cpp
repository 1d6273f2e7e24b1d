#include "base/secret.h"

#include <QFile>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace diakinisi;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool lockingWorks = false; // a sanitizer answers mlock itself, and locks nothing
#else
constexpr bool lockingWorks = true;
#endif

/// The flags that the kernel has for the pages at an address ("VmFlags:" of /proc/self/smaps).
QByteArrayList flagsAt(const char* address)
{
    QFile file(QStringLiteral("/proc/self/smaps"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto wanted = reinterpret_cast<quintptr>(address);
    bool here = false;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        const qsizetype dash = line.indexOf('-');
        bool isRange = false;
        const quintptr begin = dash > 0 ? line.left(dash).toULongLong(&isRange, 16) : 0;
        if (isRange)
            here =
                begin <= wanted && wanted < line.mid(dash + 1, line.indexOf(' ') - dash - 1).toULongLong(nullptr, 16);
        if (here && line.startsWith("VmFlags:"))
            return line.mid(8).simplified().split(' ');
    }
    return {};
}

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsPagesAreKeptFromSwapFromCoreDumpsAndFromChildren()
    {
        const Secret secret(QByteArray("1234"));
        const QByteArrayList flags = flagsAt(secret.c_str());
        QVERIFY2(flags.contains("lo") || !lockingWorks, flags.join(' '));
        QVERIFY(flags.contains("dd")); // not in a core dump
        QVERIFY(flags.contains("wf")); // wiped in a child
        QVERIFY(LockedMemory(1).isLocked());
    }

    void aChildSeesNothingOfIt()
    {
        const Secret secret(QByteArray("1234"));
        const pid_t child = fork();
        if (child == 0)
            _exit(secret.c_str()[0] == '\0' ? 0 : 1);
        int status = -1;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        QCOMPARE(secret.view(), QByteArrayView("1234"));
    }

    void whereItCameFromIsEmptied()
    {
        QByteArray typed(16, 'x');
        const Secret secret(std::move(typed));
        QVERIFY(typed.isEmpty()); // looked at on purpose
        QCOMPARE(secret.view(), QByteArrayView(QByteArray(16, 'x')));
    }

    void itIsMovedAndClonedAndWiped()
    {
        Secret first(QByteArray("α1"));
        const Secret second = std::move(first);
        QVERIFY(first.isEmpty()); // looked at on purpose
        QCOMPARE(second.view(), QByteArrayView("α1"));
        Secret third = second.clone();
        QCOMPARE(QByteArray(third.c_str()), QByteArray("α1"));
        third.wipe();
        QVERIFY(third.isEmpty());
        QCOMPARE(third.c_str()[0], '\0');
        QCOMPARE(second.size(), 3);
        QVERIFY(Secret(QByteArray()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "test_secret.moc"
