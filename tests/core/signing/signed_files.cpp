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

namespace {

/// A folder with the files that a program is to read.
class Files
{
public:
    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    QString writePem(const QByteArray& der)
    {
        return write("root", "-----BEGIN CERTIFICATE-----\n" + der.toBase64() + "\n-----END CERTIFICATE-----\n");
    }

private:
    QTemporaryDir m_folder;
};

/// A DER value without the zeros behind it.
QByteArray withoutRoom(const QByteArray& padded)
{
    if (padded.size() < 4)
        return {};
    const auto at = [&](qsizetype i) { return static_cast<qsizetype>(static_cast<unsigned char>(padded[i])); };
    if (at(1) < 0x80)
        return padded.left(2 + at(1));
    qsizetype length = 0;
    for (qsizetype i = 0; i < (at(1) & 0x7f); ++i)
        length = length << 8 | at(2 + i);
    return padded.left(2 + (at(1) & 0x7f) + length);
}

} // namespace

std::vector<SignedPart> signedParts(const QByteArray& pdf)
{
    static const QRegularExpression shape(QStringLiteral("/ByteRange \\[0 (\\d+) (\\d+) (\\d+)\\s*\\]"));
    std::vector<SignedPart> parts;
    for (auto all = shape.globalMatch(QString::fromLatin1(pdf)); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const qsizetype gap = match.captured(1).toLongLong();
        const qsizetype after = match.captured(2).toLongLong();
        parts.push_back({withoutRoom(QByteArray::fromHex(pdf.mid(gap + 1, after - gap - 2))),
                         pdf.left(gap) + pdf.mid(after, match.captured(3).toLongLong()),
                         pdf.mid(after, 200).contains("ETSI.RFC3161")});
    }
    return parts;
}

ProgramResult opensslCms(const QByteArray& pdf, const QByteArray& root)
{
    SignedPart last;
    for (const SignedPart& part : signedParts(pdf))
        if (!part.timestamp)
            last = part;
    Files files;
    QStringList words =
        QStringLiteral("cms -verify -cades -binary -inform DER -purpose any -out /dev/null").split(u' ');
    words += {QStringLiteral("-in"),      files.write("value", last.value),
              QStringLiteral("-content"), files.write("content", last.covered),
              QStringLiteral("-CAfile"),  files.writePem(root)};
    return runProgram(QStringLiteral("openssl"), words);
}

ProgramResult opensslTs(const QByteArray& token, const QByteArray& bytes, const QByteArray& root)
{
    Files files;
    return runProgram(QStringLiteral("openssl"),
                      {QStringLiteral("ts"), QStringLiteral("-verify"), QStringLiteral("-token_in"),
                       QStringLiteral("-in"), files.write("token", token), QStringLiteral("-data"),
                       files.write("data", bytes), QStringLiteral("-CAfile"), files.writePem(root)});
}

MutoolWords mutoolSign(const QByteArray& pdf)
{
    const QByteArray output =
        runOn(QStringLiteral("mutool"), {QStringLiteral("sign"), QStringLiteral("-v")}, pdf).output;
    return {static_cast<int>(output.count("unchanged since signing") +
                             output.count("valid but there have been edits since signing")),
            static_cast<int>(output.count("Digest error")), output};
}

} // namespace diakinisi::samples
