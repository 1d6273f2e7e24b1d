#include "signing/trust/trusted_list.h"

#include "signing/trust/xml_reading.h"
#include "signing/trust/xml_signature.h"

#include <QDateTime>

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::size_t mostServices = 20'000;
constexpr std::size_t mostPointers = 100;

std::optional<Instant> timeOf(const XmlElement& element)
{
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(element.text()), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(toInstant(time)) : std::nullopt;
}

QString lastPart(const QByteArray& uri)
{
    return QString::fromLatin1(uri.mid(uri.lastIndexOf('/') + 1));
}

void takeCertificates(const XmlElement& identity, QList<QByteArray>& to)
{
    for (const XmlElement& id : identity.children("DigitalId"))
        if (const XmlElement certificate = id.child("X509Certificate"))
            to += QByteArray::fromBase64(certificate.text());
}

TrustService::Type typeOf(const QByteArray& uri)
{
    if (uri == "http://uri.etsi.org/TrstSvc/Svctype/CA/QC")
        return TrustService::Type::QualifiedCa;
    if (uri == "http://uri.etsi.org/TrstSvc/Svctype/TSA/QTST")
        return TrustService::Type::QualifiedTimestamping;
    return TrustService::Type::Other;
}

/// Of ServiceInformation or ServiceHistoryInstance.
std::optional<TrustService::Period> periodOf(const XmlElement& element)
{
    const std::optional<Instant> since = timeOf(element.child("StatusStartingTime"));
    if (!since)
        return std::nullopt;
    TrustService::Period period{*since, lastPart(element.child("ServiceStatus").text()), false, false, false};
    for (const XmlElement& extension : element.child("ServiceInformationExtensions").children("Extension")) {
        const QString use = lastPart(extension.child("AdditionalServiceInformation").child("URI").text());
        period.forSignatures = period.forSignatures || use == u"ForeSignatures";
        period.forSeals = period.forSeals || use == u"ForeSeals";
        period.forWebsites = period.forWebsites || use == u"ForWebSiteAuthentication";
    }
    return period;
}

std::optional<TrustService> serviceOf(const XmlElement& element, const QString& territory)
{
    const XmlElement information = element.child("ServiceInformation");
    TrustService service;
    service.type = typeOf(information.child("ServiceTypeIdentifier").text());
    service.name = QString::fromUtf8(information.child("ServiceName").child("Name").text());
    service.territory = territory;
    QList<QByteArray> certificates;
    takeCertificates(information.child("ServiceDigitalIdentity"), certificates);
    service.certificates.assign(certificates.begin(), certificates.end());
    if (const auto period = periodOf(information))
        service.periods.push_back(*period);
    for (const XmlElement& instance : element.child("ServiceHistory").children("ServiceHistoryInstance"))
        if (const auto period = periodOf(instance))
            service.periods.push_back(*period);
    std::stable_sort(service.periods.begin(), service.periods.end(),
                     [](const auto& a, const auto& b) { return a.since > b.since; });
    if (service.certificates.empty() || service.periods.empty())
        return std::nullopt;
    return service;
}

void readServices(const XmlElement& root, TrustedList& list)
{
    for (const XmlElement& provider : root.child("TrustServiceProviderList").children("TrustServiceProvider"))
        for (const XmlElement& element : provider.child("TSPServices").children("TSPService"))
            if (auto service = serviceOf(element, list.territory); service && list.services.size() < mostServices)
                list.services.push_back(std::move(*service));
}

void readPointers(const XmlElement& scheme, TrustedList& list)
{
    for (const XmlElement& element : scheme.child("PointersToOtherTSL").children("OtherTSLPointer")) {
        TrustedList::Pointer pointer;
        pointer.url = QUrl(QString::fromUtf8(element.child("TSLLocation").text()), QUrl::StrictMode);
        for (const XmlElement& identity : element.child("ServiceDigitalIdentities").children("ServiceDigitalIdentity"))
            takeCertificates(identity, pointer.signers);
        bool isXml = true;
        for (const XmlElement& other : element.child("AdditionalInformation").children("OtherInformation")) {
            if (const XmlElement territory = other.child("SchemeTerritory"))
                pointer.territory = QString::fromLatin1(territory.text());
            if (const XmlElement kind = other.child("MimeType"))
                isXml = kind.text() == "application/vnd.etsi.tsl+xml";
        }
        if (isXml && pointer.url.isValid() && !pointer.signers.isEmpty() && list.pointers.size() < mostPointers)
            list.pointers.push_back(std::move(pointer));
    }
}

} // namespace

Result<TrustedList> readTrustedList(const QByteArray& xml, const QList<QByteArray>& signers)
{
    const Result<XmlDocument> document = parseXml(xml);
    if (!document)
        return fail(document.error());
    if (const Done signature = checkXmlSignature(document->get(), signers); !signature)
        return fail(signature.error());
    const XmlElement root(xmlDocGetRootElement(document->get()));
    const XmlElement scheme = root.child("SchemeInformation");
    TrustedList list;
    const std::optional<Instant> issued = timeOf(scheme.child("ListIssueDateTime"));
    if (!scheme || !issued)
        return fail(ErrorCode::MalformedInput, QStringLiteral("trusted list"), QStringLiteral("no trusted list"));
    list.territory = QString::fromLatin1(scheme.child("SchemeTerritory").text());
    list.sequenceNumber = scheme.child("TSLSequenceNumber").text().toLongLong();
    list.issued = *issued;
    list.nextUpdate = timeOf(scheme.child("NextUpdate").child("dateTime"));
    readServices(root, list);
    readPointers(scheme, list);
    return list;
}

} // namespace diakinisi::signing
