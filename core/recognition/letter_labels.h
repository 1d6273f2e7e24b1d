#pragma once
#include "recognition/letter_lines.h"

#include <optional>

namespace diakinisi::recognition {

/// What the words before a colon announce.
enum class Label {
    Subject,
    Number,
    TheirNumber, ///< 'Your ref.': the number of another letter
    Date,
    To,
    Copy,
    From,
    Related,
    Attachments,
    Ada,
    Contact, ///< address, telephone, who knows more: where a heading ends
    Attention,
    Distribution,
    RecipientTable,   ///< the list below that ΠΡΟΣ may point to
    Characterisation, ///< classification or priority
    Surname,
    GivenName,
    FullName,
    ParentName,
    TaxNumber,
    Phone,
    Email,
    HomeAddress
};

/// One label on a page, and where what it announces begins.
struct LabelHit {
    Label label = Label::Subject;
    std::size_t run = 0;      ///< of the page's runs
    qsizetype begin = 0;      ///< of the label in the run's text
    qsizetype valueBegin = 0; ///< in the same text; its size where the label stands alone
    double sureness = 1;      ///< less where letters had to be forgiven
    bool colon = false;
    std::optional<std::size_t> tail{}; ///< the run below in which the label goes on ("Αρ." over "πρωτοκόλλου")
    bool isTail = false;               ///< this is that run: it announces nothing itself
};

/// The labels of a page, in reading order, at most one where a run begins and others further in where a colon follows.
std::vector<LabelHit> labelsOf(const PageLines& lines);

} // namespace diakinisi::recognition
