#pragma once
#include "pdf/font.h"

#include <QByteArray>
#include <QStringList>

/// PDF files for tests: written by hand here, or by programs that are not ours.
namespace diakinisi::samples {

struct SampleOptions {
    int pages = 1;
    int rotation = 0;
    bool emptyForm = false;           ///< an AcroForm with a text field "Name" as an indirect object
    bool emptySignatureField = false; ///< with a widget named "Head"
    QByteArray mediaBox = "[0 0 595 842]";
    QByteArray before{}; ///< bytes before the header
};

/// A small file with a cross-reference table; offsets are right.
QByteArray handmadePdf(const SampleOptions& options = {});

/// Objects (from 1) put together with table and trailer; `trailer` goes into the dictionary.
QByteArray assemble(const QList<QByteArray>& objects, const QByteArray& trailer, const QByteArray& before = {});

/// A Greek letter set by WeasyPrint: several fonts, compressed streams.
QByteArray letterPdf();

/// The file as `qpdf options` rewrites it; empty when qpdf fails.
QByteArray throughQpdf(const QByteArray& pdf, const QStringList& options);

struct ProgramResult {
    int exitCode = -1;
    QByteArray output; ///< standard output and error together
};
/// Runs a program with a time-out; exit code -1 when it does not start.
ProgramResult runProgram(const QString& program, const QStringList& arguments);

/// `program args... FILE after...` on these bytes as a file.
ProgramResult runOn(const QString& program, const QStringList& arguments, const QByteArray& pdf,
                    const QStringList& after = {});

/// The letters that the packages bring (fonts-dejavu-core).
pdf::Font dejaVu();

} // namespace diakinisi::samples
