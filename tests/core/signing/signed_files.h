#pragma once
#include "signing/keys/pkcs12_key.h"
#include "signing/pades/sign_pdf.h"
#include "signing/validation/verify_pdf.h"
#include "test_people.h"

#include "sample_pdf.h"

/// Signing and judging bytes in memory, for tests.
namespace diakinisi::samples {

Result<QByteArray> signedBy(const Person& person, const QByteArray& pdf, signing::SignOptions options = {});
/// As signedBy, with a visible mark.
signing::SignOptions marked(const pdf::Rect& area = {300, 60, 220, 60}, int page = 1);

Result<signing::PdfVerdict> judged(const QByteArray& pdf, const QList<QByteArray>& anchors = {});

/// With the empty number field; filled.
QByteArray withNumberField(const QByteArray& pdf);
QByteArray withNumber(const QByteArray& pdf, const QString& number = QStringLiteral("123/2026"));

/// What pdfsig says: how many signatures, how many of them valid, how many cover the whole file.
struct PdfsigWords {
    int signatures = 0;
    int valid = 0;
    int whole = 0;
    QByteArray output;
};
PdfsigWords pdfsig(const QByteArray& pdf);

/// `openssl cms -verify` over the bytes that the last /ByteRange names, with /Contents as the value; the authority
/// trusted.
ProgramResult opensslCms(const QByteArray& pdf, const QByteArray& root);

/// `openssl ts -verify` of a token over `bytes`, the authority trusted.
ProgramResult opensslTs(const QByteArray& token, const QByteArray& bytes, const QByteArray& root);

/// What `mutool sign -v` says: signatures that hold, and those that do not or that it cannot judge (RSA-PSS,
/// timestamps).
struct MutoolWords {
    int good = 0;
    int bad = 0;
    QByteArray output;
};
MutoolWords mutoolSign(const QByteArray& pdf);

/// /Contents of each signature in the file, in its order, without the zeros; and the bytes that it covers.
struct SignedPart {
    QByteArray value;
    QByteArray covered;
    bool timestamp = false;
};
std::vector<SignedPart> signedParts(const QByteArray& pdf);

Instant now();

} // namespace diakinisi::samples
