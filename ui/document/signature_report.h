#pragma once
#include "base/result.h"
#include "base/time.h"
#include "signing/validation/signature_verdict.h"

#include <QStringList>

namespace diakinisi::ui {

struct ReportFacts {
    QString fileName;
    Sha256 digest; ///< of the file as judged
    Instant at;    ///< of the check
    signing::PdfVerdict verdict;
    QStringList capacities{}; ///< one a signature
};

/// Verdict and evidence as an A4 PDF in the language of the moment. Blocks; any thread. FileUnwritable.
Done writeSignatureReport(const ReportFacts& facts, const QString& path);

} // namespace diakinisi::ui
