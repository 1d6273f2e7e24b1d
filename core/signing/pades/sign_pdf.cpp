#include "signing/pades/sign_pdf.h"

#include "signing/pades/pending_signature.h"

#include <array>

namespace diakinisi::signing {

Result<SignedPdf> signPdf(QIODevice& from, QIODevice& to, SigningKey& key, const SignOptions& options,
                          const pdf::Font* font, std::stop_token stop, Progress& progress)
{
    const Result<std::unique_ptr<PendingSignature>> pending =
        PendingSignature::begin(from, to, key, options, font, stop, progress);
    if (!pending)
        return fail(pending.error());
    return (*pending)->finish(std::move(stop));
}

QString levelWord(Level level)
{
    constexpr std::array words{QLatin1StringView("B-B"), QLatin1StringView("B-T"), QLatin1StringView("B-LT"),
                               QLatin1StringView("B-LTA")};
    return words.at(static_cast<std::size_t>(level));
}

std::optional<Level> levelFrom(QStringView word)
{
    for (const Level level : {Level::BB, Level::BT, Level::BLT, Level::BLTA})
        if (levelWord(level) == word)
            return level;
    return std::nullopt;
}

QStringList markLines(const QString& heading, const CertificateFacts& signer, const QString& capacity,
                      const QString& dateAndTime)
{
    QStringList lines{heading, signer.commonName, capacity, dateAndTime};
    lines.removeAll(QString());
    return lines;
}

} // namespace diakinisi::signing
