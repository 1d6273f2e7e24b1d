#pragma once
#include "storage/person_lens.h"
#include "storage/sqlite/statement.h"
#include "storage/views.h"

namespace diakinisi::storage {

/// What may put a document into other lists than before without an event of its own.
enum class OpenTo {
    Nothing,
    Anyone, ///< open charge, open route, unassigned: everything of the lens counts
    Units   ///< outgoing: only the person's units and roles count
};

/// What the document table says of one document beside its states: all that lists show, sort and count by.
struct RowColumns {
    ViewRow row; ///< unread and waiting are the table's own
    int lists = 0;
    OpenTo open = OpenTo::Nothing;
    qint64 bookOrder = 0;
    QString twin; ///< empty when the sender gave no number
};

constexpr int listBit(ViewList list)
{
    return 1 << static_cast<int>(list);
}

/// Lists that say 'this is yours to look at': standing in one of these newly makes a row unread.
inline constexpr int personalLists = listBit(ViewList::ForAction) | listBit(ViewList::ForApproval) |
                                     listBit(ViewList::ForInformation) | listBit(ViewList::Unassigned);

RowColumns columnsOf(const domain::Document& document, const PersonLens& lens,
                     const domain::Organisation& organisation);

/// What search knows of a document: numbers, subject, parties, place, notes, titles and names of files.
QString searchTextOf(const domain::Document& document);

/// The folded key by which two documents with the same sender's number and date are found; empty without a number.
QString twinKey(const domain::Particulars& particulars);

/// "SELECT <the columns that a ViewRow is read from> " + rest; `rest` may begin with further columns: ", x FROM
/// document".
QByteArray selectRows(const QByteArray& rest);
ViewRow viewRowOf(const Statement& statement);

} // namespace diakinisi::storage
