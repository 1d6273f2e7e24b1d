#pragma once
#include "domain/signature_finding.h"
#include "signing/validation/signature_verdict.h"

#include <QString>

#include <vector>

/// Verdicts on signatures in the words of the office, in the language of the moment. The standard's words (ETSI EN 319
/// 102-1) stand in the evidence only.
namespace diakinisi::ui {

/// What one should think of a signature at a glance.
enum class VerdictGrade { Good, Attention, Broken };

VerdictGrade gradeOf(const signing::SignatureVerdict& verdict);
VerdictGrade gradeOf(const domain::SignatureFinding& finding);
/// The gravest of the file's signatures; Attention when it has none.
VerdictGrade gradeOf(const signing::PdfVerdict& verdict);
/// The icon that goes with it; never by colour alone.
QString gradeIcon(VerdictGrade grade);

struct VerdictText {
    QString sentence; ///< valid or not, and the reason
    QString advice;   ///< what to do; empty when there is nothing to do
};

VerdictText verdictText(const signing::SignatureVerdict& verdict);
/// What was frozen, as a sentence with the same words.
QString findingSentence(const domain::SignatureFinding& finding);
/// All signatures of a file in one line: "2 ψηφιακές υπογραφές: 1 έγκυρη, 1 μη έγκυρη".
QString fileVerdict(const signing::PdfVerdict& verdict);

/// "23/11/2026 10:42, από χρονοσφραγίδα" or "..., όπως δηλώνει ο υπογράφων".
QString signatureTime(const signing::SignatureVerdict& verdict);
QString signatureTime(const domain::SignatureFinding& finding);
/// "εγκεκριμένη υπογραφή", "υπογραφή", "πιστοποίηση του εγγράφου", "χρονοσφραγίδα".
QString signatureKindWords(const signing::SignatureVerdict& verdict);

/// One line of the evidence behind a verdict.
struct EvidenceLine {
    QString name;
    QString value;
};
std::vector<EvidenceLine> evidenceOf(const signing::SignatureVerdict& verdict);

/// "3η αποθήκευση: νέα υπογραφή, επιτρέπεται".
QString changeText(const pdf::Change& change);

} // namespace diakinisi::ui
