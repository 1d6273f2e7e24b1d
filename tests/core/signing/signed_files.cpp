#include "signed_files.h"

#include "base/clock.h"
#include "pdf/number_field.h"

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace diakinisi::samples {

Instant now()
{
    return SystemClock().now();
}

signing::SignOptions marked(const pdf::Rect& area, int page)
{
    signing::SignOptions options;
    options.mark = signing::VisibleMark{page,
                                        area,
                                        {QStringLiteral("Ψηφιακά υπογεγραμμένο από"),
                                         QStringLiteral("Μαρία Παπαδοπούλου"), QStringLiteral("Δήμαρχος")}};
    return options;
}

Result<QByteArray> signedBy(const Person& person, const QByteArray& pdf, signing::SignOptions options)
{
    const auto key = signing::Pkcs12Key::fromBytes(person.pkcs12, Secret(QByteArray("1234")));
    if (!key)
        return fail(key.error());
    QBuffer from;
    from.setData(pdf);
    from.open(QIODevice::ReadOnly);
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    if (options.now == Instant{})
        options.now = now();
    static const pdf::Font font = dejaVu();
    Progress progress;
    const auto done = signing::signPdf(from, to, **key, options, &font, {}, progress);
    if (!done)
        return fail(done.error());
    return to.data();
}

Result<signing::PdfVerdict> judged(const QByteArray& pdf, const QList<QByteArray>& anchors)
{
    QBuffer file;
    file.setData(pdf);
    file.open(QIODevice::ReadOnly);
    return signing::verifyPdf(file, {anchors, now()});
}

QByteArray withNumberField(const QByteArray& pdf)
{
    QBuffer from;
    from.setData(pdf);
    from.open(QIODevice::ReadOnly);
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    return pdf::addNumberField(from, to, dejaVu(), {}) ? to.data() : QByteArray();
}

QByteArray withNumber(const QByteArray& pdf, const QString& number)
{
    QBuffer from;
    from.setData(pdf);
    from.open(QIODevice::ReadOnly);
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    return pdf::fillNumberField(from, to, dejaVu(), number, QStringLiteral("23/11/2026")) ? to.data() : QByteArray();
}

PdfsigWords pdfsig(const QByteArray& pdf)
{
    const QByteArray output = runOn(QStringLiteral("pdfsig"), {QStringLiteral("-nocert")}, pdf).output;
    return {static_cast<int>(output.count("  - Signature Validation:")),
            static_cast<int>(output.count("Signature is Valid.")),
            static_cast<int>(output.count("  - Total document signed")), output};
}

ProgramResult opensslCms(const QByteArray& pdf, const QByteArray& root)
{
    static const QRegularExpression shape(QStringLiteral("/ByteRange \\[0 (\\d+) (\\d+) (\\d+)\\s*\\]"));
    QRegularExpressionMatch last;
    for (auto all = shape.globalMatch(QString::fromLatin1(pdf)); all.hasNext();)
        last = all.next();
    const qsizetype gap = last.captured(1).toLongLong();
    const qsizetype after = last.captured(2).toLongLong();
    const QTemporaryDir folder;
    const auto write = [&](const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    };
    const QString content = write("content", pdf.left(gap) + pdf.mid(after, last.captured(3).toLongLong()));
    const QString value = write("value", QByteArray::fromHex(pdf.mid(gap + 1, after - gap - 2)));
    const QString pem =
        write("root", "-----BEGIN CERTIFICATE-----\n" + root.toBase64() + "\n-----END CERTIFICATE-----\n");
    QStringList words =
        QStringLiteral("cms -verify -cades -binary -inform DER -purpose any -out /dev/null").split(u' ');
    words += {QStringLiteral("-in"), value, QStringLiteral("-content"), content, QStringLiteral("-CAfile"), pem};
    return runProgram(QStringLiteral("openssl"), words);
}

} // namespace diakinisi::samples
