// Reads letters from words that were recognised before (`diakinisictl scan read --json`): bench_reading FILE... prints
// one JSON object a line and how long the rules took.
#include "ctl/letter_json.h"
#include "tests/support/kept_words.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTextStream>

int main(int argc, char** argv)
{
    QTextStream out(stdout);
    for (int i = 1; i < argc; ++i) {
        const QString path = QString::fromLocal8Bit(argv[i]);
        const auto pages = diakinisi::test::keptWords(path);
        QElapsedTimer timer;
        timer.start();
        QJsonObject read = diakinisi::ctl::letterToJson(diakinisi::recognition::readLetter(pages));
        read.insert(QStringLiteral("microseconds"), timer.nsecsElapsed() / 1000);
        read.insert(QStringLiteral("file"), QFileInfo(path).fileName());
        out << QJsonDocument(read).toJson(QJsonDocument::Compact) << '\n';
    }
    return 0;
}
