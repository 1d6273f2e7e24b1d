#pragma once
#include "base/progress.h"
#include "base/result.h"
#include "base/text_page.h"

#include <QImage>

#include <stop_token>

namespace diakinisi::recognition {

/// In which languages, and where what is known of them lies.
struct RecognitionData {
    QString languages = QStringLiteral("ell+eng"); ///< as the files are named, joined by '+'
    QString folder;                                ///< with LANGUAGE.traineddata; empty: where the system keeps them

    friend bool operator==(const RecognitionData&, const RecognitionData&) = default;
};

/// Reads pictures of pages (Grayscale8, RGB32, Mono). Blocking; one page takes seconds of one core. One thread at a
/// time.
class Recogniser
{
public:
    virtual ~Recogniser() = default;
    /// The words in reading order, boxes in points. RecognitionDataMissing (subject: the languages), Cancelled,
    /// LimitExceeded. Progress counts percent.
    virtual Result<TextPage> recognise(const QImage& page, double dpi, const RecognitionData& data,
                                       std::stop_token stop, Progress progress) = 0;
    /// Quarter turns clockwise that bring the writing upright; 0 where the page does not say. RecognitionDataMissing
    /// (osd).
    virtual Result<int> turnsOf(const QImage& page, double dpi, const QString& folder) = 0;
};

} // namespace diakinisi::recognition
