#include "recognition/tesseract_recogniser.h"

#include "imaging/adjust.h"
#include "recognition/reread_particulars.h"
#include "recognition/reread_words.h"

#include <QDir>
#include <QFileInfo>

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

namespace diakinisi::recognition {

namespace {

constexpr double pointsAnInch = 72;
const QString greekLanguage = QStringLiteral("ell");
const QString englishLanguage = QStringLiteral("eng");
constexpr float sureOfTurn = 4; ///< of Tesseract's own measure; below it a page of few words is left as it lies

/// Where the language's file is; empty where it is nowhere.
QString folderWith(const QString& language, const QString& given)
{
    QStringList folders{given};
    if (given.isEmpty()) {
        folders = {qEnvironmentVariable("TESSDATA_PREFIX"), QStringLiteral("/usr/share/tesseract-ocr/5/tessdata"),
                   QStringLiteral("/usr/share/tesseract-ocr/4.00/tessdata"), QStringLiteral("/usr/share/tessdata")};
    }
    for (const QString& folder : folders)
        if (!folder.isEmpty() && QFileInfo(QDir(folder), language + QStringLiteral(".traineddata")).isReadable())
            return folder;
    return {};
}

/// The one folder with all of them.
Result<QString> folderOf(const RecognitionData& data)
{
    const QStringList languages = data.languages.split(u'+', Qt::SkipEmptyParts);
    QString folder;
    for (const QString& language : languages) {
        const bool name = std::all_of(language.begin(), language.end(),
                                      [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; });
        const QString found = name ? folderWith(language, data.folder) : QString();
        if (found.isEmpty() || (!folder.isEmpty() && folder != found))
            return fail(ErrorCode::RecognitionDataMissing, language, data.folder);
        folder = found;
    }
    if (folder.isEmpty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("languages"));
    return folder;
}

/// What Tesseract asks, and tells, while it works.
struct Watch {
    std::stop_token stop;
    Progress progress;
};

bool shouldStop(void* watch, int)
{
    return static_cast<Watch*>(watch)->stop.stop_requested();
}

bool tellProgress(tesseract::ETEXT_DESC* state, int, int, int, int)
{
    static_cast<Watch*>(state->cancel_this)->progress.report(state->progress, 100);
    return true;
}

void show(tesseract::TessBaseAPI& api, const QImage& gray, double dpi)
{
    const int credible = std::clamp(qRound(dpi), 70, 2400); // Tesseract guesses outside of that
    api.SetVariable("user_defined_dpi", QByteArray::number(credible).constData());
    api.SetImage(gray.constBits(), gray.width(), gray.height(), 1, static_cast<int>(gray.bytesPerLine()));
}

/// Tesseract's Greek writes the micro sign for mu; nobody would find such a word.
QString withMu(QString word)
{
    const bool greek = std::any_of(word.begin(), word.end(), [](QChar c) { return c.script() == QChar::Script_Greek; });
    if (greek)
        word.replace(u'\u00B5', u'\u03BC');
    return word;
}

TextPage wordsOf(tesseract::TessBaseAPI& api, QSize pixels, double dpi)
{
    const double toPoints = pointsAnInch / dpi;
    TextPage page{QSizeF(pixels) * toPoints, {}};
    const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
    if (!at)
        return page;
    do {
        const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        if (!text || !at->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom))
            continue;
        TextWord word;
        word.text = withMu(QString::fromUtf8(text.get()).trimmed());
        word.box = QRectF(left * toPoints, top * toPoints, (right - left) * toPoints, (bottom - top) * toPoints);
        word.endsLine = at->IsAtFinalElement(tesseract::RIL_TEXTLINE, tesseract::RIL_WORD);
        word.confidence = std::clamp(double{at->Confidence(tesseract::RIL_WORD)} / 100, 0.0, 1.0);
        if (!word.text.isEmpty())
            page.words.push_back(std::move(word));
        else if (word.endsLine && !page.words.empty())
            page.words.back().endsLine = true;
    } while (page.words.size() < TextPage::mostWords && at->Next(tesseract::RIL_WORD));
    return page;
}

} // namespace

TesseractRecogniser::TesseractRecogniser() = default;

TesseractRecogniser::~TesseractRecogniser() = default;

Result<tesseract::TessBaseAPI*> TesseractRecogniser::ready(const RecognitionData& data)
{
    if (m_data == data)
        return m_reader.get();
    const auto folder = folderOf(data);
    if (!folder)
        return fail(folder.error());
    m_data.reset();
    m_reader = std::make_unique<tesseract::TessBaseAPI>();
    if (m_reader->Init(folder->toLocal8Bit().constData(), data.languages.toUtf8().constData(),
                       tesseract::OEM_LSTM_ONLY) != 0)
        return fail(ErrorCode::RecognitionDataMissing, data.languages, *folder);
    m_reader->SetPageSegMode(tesseract::PSM_AUTO);
    m_data = data;
    m_greek.reset(); // of another folder, perhaps
    m_english.reset();
    return m_reader.get();
}

Result<TextPage> TesseractRecogniser::recognise(const QImage& page, double dpi, const RecognitionData& data,
                                                std::stop_token stop, Progress progress)
{
    const auto api = ready(data);
    if (!api)
        return fail(api.error());
    const QImage gray = imaging::toGray(page);
    if (gray.isNull())
        return fail(ErrorCode::LimitExceeded, QStringLiteral("memory"));
    show(**api, gray, dpi);
    Watch watch{stop, std::move(progress)};
    tesseract::ETEXT_DESC monitor;
    monitor.cancel = shouldStop;
    monitor.cancel_this = &watch;
    monitor.progress_callback2 = tellProgress;
    const int state = (*api)->Recognize(&monitor);
    TextPage words;
    if (state == 0 && !stop.stop_requested())
        words = wordsOf(**api, gray.size(), dpi);
    (*api)->Clear();
    if (const Done done = reread(gray, dpi, data, words); !done)
        return fail(done.error());
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return words;
}

/// One that knows this language alone, kept for the next page.
Result<tesseract::TessBaseAPI*> TesseractRecogniser::single(std::unique_ptr<tesseract::TessBaseAPI>& reader,
                                                            const QString& language, const QString& folder)
{
    if (reader)
        return reader.get();
    const auto data = folderOf({language, folder});
    if (!data)
        return fail(data.error());
    auto api = std::make_unique<tesseract::TessBaseAPI>();
    if (api->Init(data->toLocal8Bit().constData(), language.toLatin1().constData(), tesseract::OEM_LSTM_ONLY) != 0)
        return fail(ErrorCode::RecognitionDataMissing, language, *data);
    reader = std::move(api);
    return reader.get();
}

/// Of two languages Tesseract takes the surer for each word, and Greek capitals are as good as Latin ones to it.
Done TesseractRecogniser::reread(const QImage& gray, double dpi, const RecognitionData& data, TextPage& page)
{
    const QStringList languages = data.languages.split(u'+');
    if (languages.size() < 2 || !languages.contains(greekLanguage))
        return {};
    if (hasDoubtfulWords(page)) {
        const auto greek = single(m_greek, greekLanguage, data.folder);
        if (!greek)
            return fail(greek.error());
        show(**greek, gray, dpi);
        rereadDoubtfulWords(**greek, dpi, page);
        (*greek)->Clear();
    }
    return languages.contains(englishLanguage) ? rereadWithoutSense(gray, dpi, data, page) : Done();
}

/// Numbers and dates, which no dictionary knows: by readers of one language each.
Done TesseractRecogniser::rereadWithoutSense(const QImage& gray, double dpi, const RecognitionData& data,
                                             TextPage& page)
{
    const Particulars words = particularsOf(page);
    if (words.isEmpty())
        return {};
    const auto english = single(m_english, englishLanguage, data.folder);
    if (!english)
        return fail(english.error());
    show(**english, gray, dpi);
    rereadDigits(**english, dpi, words, page);
    if (words.actNumber) {
        const auto greek = single(m_greek, greekLanguage, data.folder);
        if (!greek)
            return fail(greek.error());
        show(**greek, gray, dpi);
        rereadActNumber(**greek, **english, dpi, words, page);
        (*greek)->Clear();
    }
    (*english)->Clear();
    return {};
}

Result<int> TesseractRecogniser::turnsOf(const QImage& page, double dpi, const QString& folder)
{
    if (!m_upright) {
        const auto data = folderOf({QStringLiteral("osd"), folder});
        if (!data)
            return fail(data.error());
        auto api = std::make_unique<tesseract::TessBaseAPI>();
        if (api->Init(data->toLocal8Bit().constData(), "osd", tesseract::OEM_TESSERACT_ONLY) != 0)
            return fail(ErrorCode::RecognitionDataMissing, QStringLiteral("osd"), *data);
        api->SetPageSegMode(tesseract::PSM_OSD_ONLY);
        m_upright = std::move(api);
    }
    const QImage gray = imaging::toGray(page);
    show(*m_upright, gray, dpi);
    int degrees = 0;
    float sureness = 0;
    const bool told = m_upright->DetectOrientationScript(&degrees, &sureness, nullptr, nullptr);
    m_upright->Clear();
    if (!told || sureness < sureOfTurn)
        return 0;
    return ((360 - degrees) / 90) % 4; // Tesseract says how far the page lies turned clockwise
}

} // namespace diakinisi::recognition
