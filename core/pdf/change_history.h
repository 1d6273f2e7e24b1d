#pragma once
#include "pdf/change_finding.h"

#include <vector>

class QIODevice;

namespace diakinisi::pdf {

/// What each saving of a file changed, found once, object by object, and judged afterwards by the rules of any of its
/// signatures.
class ChangeHistory
{
public:
    /// Compares the savings after the first `from` bytes. Errors: NotPdf, PdfBroken, FileUnreadable, LimitExceeded. The
    /// device must outlive this.
    static Result<ChangeHistory> read(QIODevice& file, std::int64_t from);

    /// What was changed after the first `signedLength` bytes (not less than `from`), each change judged; empty when
    /// nothing was. The bytes before are taken as given.
    std::vector<Change> since(std::int64_t signedLength, const ChangeRules& rules) const;

private:
    struct Saving {
        std::int64_t end = 0;
        std::int64_t xrefAt = 0;
    };

    struct Running;

    explicit ChangeHistory(QIODevice& file) : m_file(&file) {}
    void compare(const Document& whole, std::int64_t from);
    void compareOne(const Document& before, const Document& after, const Revision& saving, int number,
                    Running& running);
    void structure(int revision, const QString& why);

    QIODevice* m_file;
    std::int64_t m_length = 0;
    std::int64_t m_shift = 0;
    std::vector<Saving> m_savings; ///< all, oldest first; empty when they do not follow each other
    std::vector<Finding> m_findings;
};

} // namespace diakinisi::pdf
