#pragma once
#include "base/text_page.h"

#include <QDate>

#include <optional>
#include <vector>

namespace diakinisi::recognition {

/// From this confidence on a field stands in a form: what is less sure would cost more to mend than to type.
inline constexpr double offeredFrom = 0.4;
/// And from this on nobody need look twice.
inline constexpr double sureFrom = 0.85;

/// One thing that a letter says of itself, and where it says it.
struct ReadField {
    QString text;      ///< as the letter has it, lines joined, look-alike letters mended, label and quotes left out
    QString value;     ///< the same as a value where it has one: "2026-03-12", "3", "urgent"; else the text
    int page = 0;      ///< from 0
    QRectF box;        ///< points, from the page's upper left corner; around the value, without its label
    double confidence; ///< 0..1: of the fields read with this confidence, about so many are right

    friend bool operator==(const ReadField&, const ReadField&) = default;
};

/// What a letter says of itself. What it does not say, or says too unclearly, is empty: nothing is made up. Values of
/// `kind` are Greek nouns in small letters (αίτηση, απόφαση, έγγραφο ...); of `priority` "urgent", "very-urgent"; of
/// `classification` "unclassified", "restricted", "confidential", "secret", "top-secret", "personal-data".
struct LetterReading {
    std::optional<ReadField> subject;
    std::optional<ReadField> sender;       ///< the issuing authority, company or person
    std::optional<ReadField> senderUnit;   ///< the innermost unit of it that the heading names
    std::optional<ReadField> senderNumber; ///< the sender's own number (αριθ. πρωτ.)
    std::optional<ReadField> senderDate;   ///< value: ISO 8601
    std::optional<ReadField> place;        ///< where it was issued, in the nominative as far as printed so
    std::optional<ReadField> signer;       ///< who signs it
    std::optional<ReadField> kind;
    std::optional<ReadField> priority;
    std::optional<ReadField> classification;
    std::optional<ReadField> ada;                ///< number of the act in the Transparency Programme (ΑΔΑ)
    std::optional<ReadField> attachmentCount;    ///< value: a number
    std::optional<ReadField> sheetCount;         ///< sheets of the attachments; value: a number
    std::optional<ReadField> applicantName;      ///< given name and surname
    std::optional<ReadField> applicantTaxNumber; ///< nine digits, the check digit holds
    std::optional<ReadField> applicantPhone;
    std::optional<ReadField> applicantEmail;
    std::optional<ReadField> applicantAddress;
    std::vector<ReadField> recipients;  ///< ΠΡΟΣ, one a recipient
    std::vector<ReadField> copies;      ///< ΚΟΙΝ.
    std::vector<ReadField> related;     ///< ΣΧΕΤ., one a paper
    std::vector<ReadField> attachments; ///< names, where they are listed; of an e-mail those of its files

    /// The sender's date as a value; invalid where none was read.
    QDate date() const;

    friend bool operator==(const LetterReading&, const LetterReading&) = default;
};

/// Reads what a letter says of itself, by the practice of Greek public offices and in English. Pure: looks at the words
/// and where they stand, whoever recognised them; the first pages matter most. Never fails; bounded by
/// TextPage::mostWords a page.
LetterReading readLetter(const std::vector<TextPage>& pages);

} // namespace diakinisi::recognition
