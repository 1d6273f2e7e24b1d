#include "sample_pdf.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace diakinisi::samples {

QByteArray assemble(const QList<QByteArray>& objects, const QByteArray& trailer, const QByteArray& before)
{
    QByteArray pdf = before + "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    QByteArray table;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size() - before.size()).rightJustified(10, '0') + " 00000 n\r\n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray size = QByteArray::number(objects.size() + 1);
    const QByteArray at = QByteArray::number(pdf.size() - before.size());
    return pdf + "xref\n0 " + size + "\n0000000000 65535 f\r\n" + table + "trailer\n<</Size " + size + ' ' + trailer +
           ">>\nstartxref\n" + at + "\n%%EOF\n";
}

QByteArray handmadePdf(const SampleOptions& options)
{
    const int first = 10; // pages begin there; 1 to 9 are fixed
    QByteArray kids;
    for (int i = 0; i < options.pages; ++i)
        kids += QByteArray::number(first + 2 * i) + " 0 R ";
    QByteArray form;
    if (options.emptyForm || options.emptySignatureField)
        form = "/AcroForm 5 0 R";
    QByteArray fields;
    if (options.emptyForm)
        fields += "6 0 R ";
    if (options.emptySignatureField)
        fields += "7 0 R ";
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R" + form + ">>",
                              "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(options.pages) + ">>",
                              "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                              "<</Title(Sample)>>",
                              "<</Fields[" + fields + "]/DR<</Font<</Helv 3 0 R>>>>/DA(/Helv 0 Tf 0 g)>>",
                              "<</Type/Annot/Subtype/Widget/FT/Tx/T(Name)/Rect[50 700 250 720]/F 4/P 10 0 R>>",
                              "<</Type/Annot/Subtype/Widget/FT/Sig/T(Head)/Rect[300 100 500 160]/F 4/P 10 0 R>>",
                              "null",
                              "null"};
    for (int i = 0; i < options.pages; ++i) {
        QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox" + options.mediaBox + "/Contents " +
                          QByteArray::number(first + 2 * i + 1) + " 0 R/Resources<</Font<</F1 3 0 R>>>>";
        if (options.rotation != 0)
            page += "/Rotate " + QByteArray::number(options.rotation);
        if (i == 0 && !fields.isEmpty())
            page += "/Annots[" + fields + "]";
        const QByteArray text = "BT /F1 24 Tf 72 400 Td (Page " + QByteArray::number(i + 1) + " pays 100 EUR) Tj ET";
        objects += page + ">>";
        objects += "<</Length " + QByteArray::number(text.size()) + ">>\nstream\n" + text + "\nendstream";
    }
    return assemble(objects, "/Root 1 0 R/Info 4 0 R", options.before);
}

ProgramResult runProgram(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(60'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

namespace {

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a temporary file");
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ProgramResult runOn(const QString& program, const QStringList& arguments, const QByteArray& pdf,
                    const QStringList& after)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file.pdf"));
    writeFile(path, pdf);
    return runProgram(program, arguments + QStringList{path} + after);
}

QByteArray throughQpdf(const QByteArray& pdf, const QStringList& options)
{
    const QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in.pdf"));
    const QString out = folder.filePath(QStringLiteral("out.pdf"));
    writeFile(in, pdf);
    runProgram(QStringLiteral("qpdf"), options + QStringList{in, out});
    return readFile(out);
}

QByteArray letterPdf()
{
    const QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("letter.html"));
    const QString out = folder.filePath(QStringLiteral("letter.pdf"));
    writeFile(in, QStringLiteral("<html lang='el'><meta charset='utf-8'><title>Άδεια κατάληψης</title><body>"
                                 "<h1>ΔΗΜΟΣ ΘΕΣΣΑΛΟΝΙΚΗΣ</h1><p><b>ΘΕΜΑ:</b> Χορήγηση άδειας κατάληψης "
                                 "πεζοδρομίου στην οδό Εγνατία</p><p style='break-before:page'>Ο Δήμαρχος</p></body>")
                      .toUtf8());
    runProgram(QStringLiteral("weasyprint"), {in, out});
    return readFile(out);
}

pdf::Font dejaVu()
{
    const Result<pdf::Font> font = pdf::Font::load(QStringLiteral("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
    if (!font)
        qFatal("fonts-dejavu-core is not installed");
    return *font;
}

} // namespace diakinisi::samples
