#pragma once
#include "pdf/incremental_update.h"

#include <QList>

#include <functional>

/// Files with one more saving: as honest programs write it, and as nobody honest does.
namespace diakinisi::samples {

using Edit = std::function<void(pdf::IncrementalUpdate&)>;

/// The file with what `edit` does appended by our own writer.
QByteArray edited(const QByteArray& file, const Edit& edit);
/// Sets one entry of an object's dictionary.
void setIn(pdf::IncrementalUpdate& update, pdf::Ref ref, const char* key, const pdf::Value& value);
/// Puts an annotation at the end of a page's list.
void addAnnotation(pdf::IncrementalUpdate& update, pdf::Ref page, pdf::Dict annotation);

/// One saving written by hand.
struct RawSaving {
    QByteArray objects;         ///< "11 0 obj ... endobj", as they shall stand; listed unless `listed` says
    QList<QByteArray> listed{}; ///< which of them the table lists: "11 0"
    QByteArray rows{};          ///< further rows: "11 1\n0000000123 00000 n\r\n"
    QByteArray root = "1 0 R";
    qint64 previous = -1;  ///< -1: the file's last cross-reference
    qint64 startXref = -1; ///< -1: the table that is written here
    QByteArray trailer{};  ///< further entries
};
QByteArray withRawSaving(const QByteArray& file, const RawSaving& saving);

/// The number after the file's last startxref.
qint64 lastXref(const QByteArray& file);
/// Where the last "N G obj" of this head stands.
qint64 objectAt(const QByteArray& file, const QByteArray& head);

} // namespace diakinisi::samples
