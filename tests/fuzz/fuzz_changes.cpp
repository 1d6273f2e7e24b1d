#include "fuzzed.h"

#include "pdf/revisions.h"
#include "sample_pdf.h"

#include <QRegularExpression>

using namespace diakinisi;

namespace {

/// The objects that the fuzzer wrote, appended to the file with a cross-reference that lists them: without it hardly
/// anything that it tries would be reached.
QByteArray appended(const QByteArray& file, const QByteArray& objects)
{
    static const QRegularExpression head(QStringLiteral("(\\d{1,4}) (\\d) obj"));
    const QString text = QString::fromLatin1(objects);
    QByteArray table = "xref\n";
    for (auto all = head.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const QByteArray at = QByteArray::number(file.size() + match.capturedStart());
        table += match.captured(1).toLatin1() + " 1\n" + at.rightJustified(10, '0') + " 0000" +
                 match.captured(2).toLatin1() + " n\r\n";
    }
    const QByteArray former = file.mid(file.lastIndexOf("startxref") + 10).trimmed().split('\n').first();
    const QByteArray at = QByteArray::number(file.size() + objects.size() + 1);
    return file + objects + '\n' + table + "trailer\n<</Size 9999/Root 1 0 R/Info 4 0 R/Prev " + former +
           ">>\nstartxref\n" + at + "\n%%EOF\n";
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const QByteArray former = samples::handmadePdf({.pages = 2, .emptyForm = true, .emptySignatureField = true});
    fuzzed::File file(appended(former, fuzzed::bytes(data, size)));
    static_cast<void>(pdf::compareRevisions(file, former.size(), {}));
    return 0;
}
