#pragma once
#include "desk/form_drafts.h"
#include "desk/pile_pages.h"
#include "desk/suggestions.h"
#include "domain/organisation.h"
#include "recognition/letter_reading.h"

#include <array>
#include <map>

namespace diakinisi::desk {

/// What a row of the grid says of its document.
enum class BatchField { Subject, Sender, TheirNumber, TheirDate, Kind, Charge };

inline constexpr std::array allBatchFields{BatchField::Subject,   BatchField::Sender, BatchField::TheirNumber,
                                           BatchField::TheirDate, BatchField::Kind,   BatchField::Charge};

/// As RegistrationConcern calls it.
QString fieldName(BatchField field);

/// A text, or whom to charge. Of a date: ISO 8601, or what was typed where that is none.
struct BatchValue {
    QString text{};
    std::optional<SuggestedCharge> charge{};

    bool isEmpty() const { return text.isEmpty() && !charge; }
    friend bool operator==(const BatchValue&, const BatchValue&) = default;
};

/// A value as it stands in the grid, and why.
struct BatchCell {
    enum class From { Nothing, Read, Suggested, Common, Typed }; ///< what comes later counts more
    BatchValue value{};
    From from = From::Nothing;
    std::optional<recognition::ReadField> read{}; ///< of From::Read
    std::optional<SuggestionReason> reason{};     ///< of From::Suggested
};

/// What came of trying to register a row.
struct BatchTry {
    std::optional<RegistrationOutcome> outcome{}; ///< it is registered
    std::vector<RegistrationConcern> concerns{};  ///< why it is not, or what it was registered in spite of
    std::optional<Error> problem{};               ///< why it is not
    std::optional<domain::DocumentId> addedTo{};  ///< the document that its paper belongs to
};

/// One document of the grid: pages of a pile, or a file.
struct BatchRow {
    QUuid id; ///< the same after a crash
    std::vector<ScannedPage> pages{};
    std::optional<FormFile> file{};
    bool chosen = true;
    std::map<BatchField, BatchValue> typed{};
    recognition::LetterReading reading{};
    std::optional<Suggested<SuggestedCharge>> suggested{};
    /// Its paper bears our label: it is to be added to this document, whose number this is.
    std::optional<std::pair<domain::DocumentId, QString>> belongsTo{};
    bool underWay = false;
    BatchTry result{};

    bool isDone() const { return result.outcome || result.addedTo; }
    /// It looked registered already when it was tried, and stands in the grid with that word since.
    bool twinSeen() const;
};

/// The documents of a pile, and files that came together, about to be registered in one act: a row each, filled by what
/// was read, what was done with letters like it, what all have in common, and what the clerk types, each counting more
/// than the one before. Values only.
class RegistrationBatch
{
public:
    const std::vector<BatchRow>& rows() const { return m_rows; }
    const BatchRow* row(const QUuid& id) const;
    /// Those that would be registered now.
    std::vector<QUuid> open() const;

    /// The documents of the pile as it lies now, in its order: one whose first page has a row keeps it with all that is
    /// in it, rows whose document is gone go, registered ones stay.
    void setDocuments(const QUuid& pile, const std::vector<std::vector<ScannedPage>>& documents);
    /// The files that are no pile's, likewise.
    void setFiles(const std::vector<FormFile>& files);

    void read(const QUuid& row, const recognition::LetterReading& reading);
    /// The charge is taken over where earlier documents are agreed on it.
    void suggest(const QUuid& row, const SuggestionSet& found);
    void belongs(const QUuid& row, const domain::DocumentId& document, const QString& number);
    void begin(const QUuid& row);
    void end(const QUuid& row, const BatchTry& result);

    BatchCell cell(const BatchRow& row, BatchField field) const;
    BatchValue common(BatchField field) const;

    // What the clerk does; each is a step of undo. Rows that are registered, or about to be, change no more.
    void setCommon(BatchField field, const BatchValue& value);
    void type(const QUuid& row, BatchField field, const BatchValue& value);
    void choose(const QUuid& row, bool chosen);
    /// The value of this row into the next one that can be changed: its id, or null where there is none.
    QUuid copyDown(const QUuid& row, BatchField field);
    bool undo();

    /// As the form of one document, without its file where that is still to be made of its pages.
    RegistrationForm form(const BatchRow& row, const domain::Organisation& organisation) const;
    /// What the clerk typed into it, to be kept with its file; nothing where there is neither.
    std::optional<FormDraft> draft(const BatchRow& row, Instant now) const;
    /// Takes up what was typed before a crash.
    void restore(const std::vector<FormDraft>& drafts);

private:
    struct Step {
        std::map<BatchField, BatchValue> common;
        std::vector<std::tuple<QUuid, std::map<BatchField, BatchValue>, bool>> rows;
    };

    BatchRow* find(const QUuid& id);
    BatchRow* changeable(const QUuid& id);
    void step();

    QUuid m_pile;
    std::vector<BatchRow> m_rows;
    std::map<BatchField, BatchValue> m_common;
    std::vector<Step> m_earlier;
};

/// Looks at the form, then registers it as every other form is (Registrar::registerDocument). One with a gap is not
/// sent; one that looks registered already only where `evenIfTwin`.
BatchTry registerRow(Registrar& registrar, const RegistrationForm& form, bool evenIfTwin);

/// Does this draft belong to a row of a grid, and not to a form?
bool isOfBatch(const FormDraft& draft);

} // namespace diakinisi::desk
