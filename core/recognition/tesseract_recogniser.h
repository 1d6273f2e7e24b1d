#pragma once
#include "recognition/recogniser.h"

namespace tesseract {
class TessBaseAPI;
}

namespace diakinisi::recognition {

/// Tesseract 5 in this process: for the worker, since it is foreign code fed with pictures from outside. Keeps the
/// languages that were asked for last in its memory.
class TesseractRecogniser final : public Recogniser
{
public:
    TesseractRecogniser();
    ~TesseractRecogniser() override;

    Result<TextPage> recognise(const QImage& page, double dpi, const RecognitionData& data, std::stop_token stop,
                               Progress progress) override;
    Result<int> turnsOf(const QImage& page, double dpi, const QString& folder) override;

private:
    Result<tesseract::TessBaseAPI*> ready(const RecognitionData& data);
    Result<tesseract::TessBaseAPI*> single(std::unique_ptr<tesseract::TessBaseAPI>& reader, const QString& language,
                                           const QString& folder);
    Done reread(const QImage& gray, double dpi, const RecognitionData& data, TextPage& page);
    Done rereadWithoutSense(const QImage& gray, double dpi, const RecognitionData& data, TextPage& page);

    std::unique_ptr<tesseract::TessBaseAPI> m_reader;
    std::unique_ptr<tesseract::TessBaseAPI> m_greek;   ///< Greek alone
    std::unique_ptr<tesseract::TessBaseAPI> m_english; ///< English alone
    std::unique_ptr<tesseract::TessBaseAPI> m_upright;
    std::optional<RecognitionData> m_data; ///< that m_reader holds
};

} // namespace diakinisi::recognition
