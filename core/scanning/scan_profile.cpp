#include "scanning/scan_profile.h"

#include "scanning/scan_words.h"

namespace diakinisi::scanning {

namespace {

constexpr qsizetype longestName = 100;
constexpr qsizetype longestId = 500;
constexpr double tenths = 10; // the house's JSON has whole numbers only

const std::array<std::pair<imaging::PageColours, QString>, 3> colourWords{
    {{imaging::PageColours::AsTheyAre, QStringLiteral("as-scanned")},
     {imaging::PageColours::Gray, QStringLiteral("gray")},
     {imaging::PageColours::LineArt, QStringLiteral("lineart")}}};

QString wordOf(imaging::PageColours colours)
{
    const auto found = std::find_if(colourWords.begin(), colourWords.end(),
                                    [colours](const auto& each) { return each.first == colours; });
    return found == colourWords.end() ? QString() : found->second;
}

/// Takes fields out of an object and remembers the first that makes no sense.
class Fields
{
public:
    explicit Fields(const QJsonObject& json) : m_json(json) {}

    void text(const QString& field, QString& value, qsizetype longest)
    {
        if (const auto given = take(field, QJsonValue::String))
            keep(field, given->toString().size() <= longest, value, given->toString());
    }
    void flag(const QString& field, bool& value)
    {
        if (const auto given = take(field, QJsonValue::Bool))
            value = given->toBool();
    }
    void number(const QString& field, int& value, int least, int most)
    {
        const auto given = take(field, QJsonValue::Double);
        if (!given)
            return;
        const double wanted = given->toDouble();
        keep(field, wanted >= least && wanted <= most && wanted == std::floor(wanted), value,
             static_cast<int>(std::clamp<double>(wanted, least, most)));
    }
    template <class T, class OfWord>
    void word(const QString& field, T& value, const OfWord& ofWord)
    {
        if (const auto given = take(field, QJsonValue::String)) {
            const std::optional<T> known = ofWord(given->toString());
            keep(field, known.has_value(), value, known.value_or(value));
        }
    }
    const QString& wrong() const { return m_wrong; }

private:
    std::optional<QJsonValue> take(const QString& field, QJsonValue::Type type)
    {
        const QJsonValue given = m_json.value(field);
        if (given.isUndefined())
            return std::nullopt;
        if (given.type() != type)
            keep(field, false, m_ignored, 0);
        return given.type() == type ? std::optional(given) : std::nullopt;
    }
    template <class T>
    void keep(const QString& field, bool good, T& value, const T& given)
    {
        if (good)
            value = given;
        else if (m_wrong.isEmpty())
            m_wrong = field;
    }

    const QJsonObject& m_json;
    QString m_wrong;
    int m_ignored = 0;
};

void readCleanUp(Fields& fields, ScanProfile& profile)
{
    fields.flag(QStringLiteral("crop"), profile.cleanUp.crop);
    fields.flag(QStringLiteral("deskew"), profile.cleanUp.deskew);
    fields.flag(QStringLiteral("whiten"), profile.cleanUp.whiten);
    fields.flag(QStringLiteral("despeckle"), profile.cleanUp.despeckle);
    fields.word(QStringLiteral("colours"), profile.cleanUp.colours,
                [](const QString& word) -> std::optional<imaging::PageColours> {
                    for (const auto& [colours, each] : colourWords)
                        if (each == word)
                            return colours;
                    return std::nullopt;
                });
    fields.flag(QStringLiteral("upright"), profile.upright);
    fields.flag(QStringLiteral("leaveOutBlank"), profile.leaveOutBlank);
}

} // namespace

QJsonObject toJson(const ScanProfile& profile)
{
    return {{QStringLiteral("name"), profile.name},
            {QStringLiteral("scanner"), profile.scanner},
            {QStringLiteral("source"), scanWord(profile.source)},
            {QStringLiteral("manualDuplex"), profile.manualDuplex},
            {QStringLiteral("colour"), scanWord(profile.colour)},
            {QStringLiteral("dpi"), profile.dpi},
            {QStringLiteral("brightness"), profile.brightness},
            {QStringLiteral("widthTenths"), qRound(profile.area.width() * tenths)},
            {QStringLiteral("heightTenths"), qRound(profile.area.height() * tenths)},
            {QStringLiteral("crop"), profile.cleanUp.crop},
            {QStringLiteral("deskew"), profile.cleanUp.deskew},
            {QStringLiteral("whiten"), profile.cleanUp.whiten},
            {QStringLiteral("despeckle"), profile.cleanUp.despeckle},
            {QStringLiteral("colours"), wordOf(profile.cleanUp.colours)},
            {QStringLiteral("upright"), profile.upright},
            {QStringLiteral("leaveOutBlank"), profile.leaveOutBlank}};
}

Result<ScanProfile> scanProfileFrom(const QJsonObject& json)
{
    ScanProfile profile;
    Fields fields(json);
    int width = qRound(profile.area.width() * tenths);
    int height = qRound(profile.area.height() * tenths);
    fields.text(QStringLiteral("name"), profile.name, longestName);
    fields.text(QStringLiteral("scanner"), profile.scanner, longestId);
    fields.word(QStringLiteral("source"), profile.source, [](const QString& word) { return scanSource(word); });
    fields.flag(QStringLiteral("manualDuplex"), profile.manualDuplex);
    fields.word(QStringLiteral("colour"), profile.colour, [](const QString& word) { return scanColour(word); });
    fields.number(QStringLiteral("dpi"), profile.dpi, 50, 2'400);
    fields.number(QStringLiteral("brightness"), profile.brightness, -100, 100);
    fields.number(QStringLiteral("widthTenths"), width, 100, 20'000);
    fields.number(QStringLiteral("heightTenths"), height, 100, 20'000);
    readCleanUp(fields, profile);
    profile.area = QSizeF(width / tenths, height / tenths);
    if (!fields.wrong().isEmpty())
        return fail(ErrorCode::FieldInvalid, fields.wrong());
    if (profile.name.trimmed().isEmpty())
        return fail(ErrorCode::FieldInvalid, QStringLiteral("name"));
    if (profile.manualDuplex && profile.source != ScanSource::Feeder)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("manualDuplex"));
    return profile;
}

ScanOptions scanOptionsOf(const ScanProfile& profile)
{
    ScanOptions options;
    options.scanner = profile.scanner;
    options.source = profile.source;
    options.colour = profile.colour;
    options.dpi = profile.dpi;
    options.brightness = profile.brightness;
    options.area = profile.area;
    return options;
}

} // namespace diakinisi::scanning
