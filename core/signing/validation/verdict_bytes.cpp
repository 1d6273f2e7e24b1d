#include "signing/validation/verdict_bytes.h"

#include "base/packing.h"

// The one list of members for both directions: whatever is added to a structure must be named here to compile. Of an
// enumeration its last value; verdict_bytes' test walks them all.
namespace diakinisi::packing {

using namespace signing;

template <>
inline constexpr Indication last<Indication> = Indication::TotalFailed;
template <>
inline constexpr Trusted last<Trusted> = Trusted::Unknown;
template <>
inline constexpr Qualified last<Qualified> = Qualified::Unknown;
template <>
inline constexpr SignatureKind last<SignatureKind> = SignatureKind::Certification;
template <>
inline constexpr SubIndication last<SubIndication> = SubIndication::Generic;
template <>
inline constexpr EvidenceOrigin last<EvidenceOrigin> = EvidenceOrigin::Fetched;
template <>
inline constexpr RevocationFinding::Status last<RevocationFinding::Status> = RevocationFinding::Status::Revoked;
template <>
inline constexpr RevocationFinding::Source last<RevocationFinding::Source> = RevocationFinding::Source::Crl;
template <>
inline constexpr QualificationFinding::Type last<QualificationFinding::Type> = QualificationFinding::Type::Website;
template <>
inline constexpr TimestampVerdict::Kind last<TimestampVerdict::Kind> = TimestampVerdict::Kind::Content;
template <>
inline constexpr TimeSource last<TimeSource> = TimeSource::DocumentTimestamp;
template <>
inline constexpr TrustService::Type last<TrustService::Type> = TrustService::Type::Other;
template <>
inline constexpr pdf::ChangeKind last<pdf::ChangeKind> = pdf::ChangeKind::Other;

template <>
struct Members<CertificateFacts> {
    static auto of(auto& facts)
    {
        auto& [commonName, organisation, subject, issuer, serial, fingerprint, notBefore, notAfter, key, maySign,
               nonRepudiation] = facts;
        return std::tie(commonName, organisation, subject, issuer, serial, fingerprint, notBefore, notAfter, key,
                        maySign, nonRepudiation);
    }
};

template <>
struct Members<RevocationFinding> {
    static auto of(auto& finding)
    {
        auto& [status, source, origin, thisUpdate, nextUpdate, producedAt, revokedAt, reason] = finding;
        return std::tie(status, source, origin, thisUpdate, nextUpdate, producedAt, revokedAt, reason);
    }
};

template <>
struct Members<PathMember> {
    static auto of(auto& member)
    {
        auto& [facts, der, isAnchor, revocation] = member;
        return std::tie(facts, der, isAnchor, revocation);
    }
};

template <>
struct Members<QualificationFinding> {
    static auto of(auto& finding)
    {
        auto& [qualified, compliance, device, type, service, serviceStatus, territory, reason] = finding;
        return std::tie(qualified, compliance, device, type, service, serviceStatus, territory, reason);
    }
};

template <>
struct Members<WeakAlgorithm> {
    static auto of(auto& weak)
    {
        auto& [where, name, reliableUntil] = weak;
        return std::tie(where, name, reliableUntil);
    }
};

template <>
struct Members<TimestampVerdict> {
    static auto of(auto& timestamp)
    {
        auto& [kind, time, authority, digest, intact, trusted, indication, subIndication, explanation, qualification] =
            timestamp;
        return std::tie(kind, time, authority, digest, intact, trusted, indication, subIndication, explanation,
                        qualification);
    }
};

template <>
struct Members<pdf::Change> {
    static auto of(auto& change)
    {
        auto& [revision, what, allowed, detail, field] = change;
        return std::tie(revision, what, allowed, detail, field);
    }
};

template <>
struct Members<SignatureVerdict> {
    static auto of(auto& verdict)
    {
        auto& [field, kind, signer, signingTime, bestTime, bestTimeFrom, level, digest, algorithm, intact, trusted,
               qualification, indication, subIndication, explanation, remarks, revocation, path, weak, timestamps,
               reason, location, coversWholeFile, signedLength, changesAfter] = verdict;
        return std::tie(field, kind, signer, signingTime, bestTime, bestTimeFrom, level, digest, algorithm, intact,
                        trusted, qualification, indication, subIndication, explanation, remarks, revocation, path, weak,
                        timestamps, reason, location, coversWholeFile, signedLength, changesAfter);
    }
};

template <>
struct Members<PdfVerdict> {
    static auto of(auto& verdict)
    {
        auto& [signatures, at] = verdict;
        return std::tie(signatures, at);
    }
};

template <>
struct Members<JudgedPdf> {
    static auto of(auto& judged)
    {
        auto& [verdict, missed] = judged;
        return std::tie(verdict, missed);
    }
};

template <>
struct Members<Derivation> {
    static auto of(auto& derivation)
    {
        auto& [changes, numberFilled, number, date, newSignature] = derivation;
        return std::tie(changes, numberFilled, number, date, newSignature);
    }
};

template <>
struct Members<TrustService::Period> {
    static auto of(auto& period)
    {
        auto& [since, status, forSignatures, forSeals, forWebsites] = period;
        return std::tie(since, status, forSignatures, forSeals, forWebsites);
    }
};

template <>
struct Members<TrustService> {
    static auto of(auto& service)
    {
        auto& [type, name, territory, certificates, periods] = service;
        return std::tie(type, name, territory, certificates, periods);
    }
};

template <>
struct Members<TrustMaterial> {
    static auto of(auto& trust)
    {
        auto& [anchors, crls, services] = trust;
        return std::tie(anchors, crls, services);
    }
};

template <>
struct Members<NetworkUse> {
    static auto of(auto& use)
    {
        auto& [privateAddresses, patience, answersFolder, comings] = use;
        return std::tie(privateAddresses, patience, answersFolder, comings);
    }
};

template <>
struct Members<JudgeQuestion> {
    static auto of(auto& question)
    {
        auto& [trust, at, network] = question;
        return std::tie(trust, at, network);
    }
};

} // namespace diakinisi::packing

namespace diakinisi::signing::verdictbytes {

namespace {

constexpr std::int64_t mostMemory = 4 * most; ///< of what bytes become

template <class T>
QByteArray packed(const T& value)
{
    packing::Packer packer;
    packer.put(value);
    return packer.take();
}

template <class T>
std::optional<T> unpacked(QByteArrayView bytes)
{
    T value{};
    packing::Unpacker unpacker(bytes, mostMemory);
    unpacker.get(value);
    return unpacker.isWhole() ? std::optional<T>(std::move(value)) : std::nullopt;
}

} // namespace

QByteArray of(const JudgeQuestion& question)
{
    return packed(question);
}

QByteArray of(const JudgedPdf& judged)
{
    return packed(judged);
}

QByteArray of(const Derivation& derivation)
{
    return packed(derivation);
}

std::optional<JudgeQuestion> toQuestion(QByteArrayView bytes)
{
    return unpacked<JudgeQuestion>(bytes);
}

std::optional<JudgedPdf> toJudged(QByteArrayView bytes)
{
    return unpacked<JudgedPdf>(bytes);
}

std::optional<Derivation> toDerivation(QByteArrayView bytes)
{
    return unpacked<Derivation>(bytes);
}

} // namespace diakinisi::signing::verdictbytes
