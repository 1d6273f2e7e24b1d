#include "crafted_signature.h"

#include "pdf/form.h"
#include "signing/der.h"
#include "signing/validation/judge_signature.h"

#include <openssl/rsa.h>

#include <QBuffer>
#include <QCryptographicHash>

namespace diakinisi::samples {

namespace {

constexpr qsizetype room = 16'000;

QByteArray edited(const QByteArray& file, const std::function<void(pdf::IncrementalUpdate&)>& edit)
{
    QBuffer in;
    in.setData(file);
    in.open(QIODevice::ReadOnly);
    const Result<pdf::Document> document = pdf::Document::open(in);
    if (!document)
        qFatal("no document");
    pdf::IncrementalUpdate update(*document);
    edit(update);
    return file + update.section().bytes;
}

void addAttribute(CMS_SignerInfo* signer, bool isSigned, const char* oid, const QByteArray& der)
{
    ASN1_OBJECT* object = OBJ_txt2obj(oid, 1);
    (isSigned ? CMS_signed_add1_attr_by_OBJ : CMS_unsigned_add1_attr_by_OBJ)(
        signer, object, V_ASN1_SEQUENCE, der.constData(), static_cast<int>(der.size()));
    ASN1_OBJECT_free(object);
}

QByteArray encoded(CMS_ContentInfo* cms)
{
    unsigned char* bytes = nullptr;
    const int length = i2d_CMS_ContentInfo(cms, &bytes);
    const QByteArray der(reinterpret_cast<const char*>(bytes), std::max(length, 0));
    OPENSSL_free(bytes);
    return der;
}

QByteArray nameOf(const X509_NAME* name)
{
    unsigned char* bytes = nullptr;
    const int length = i2d_X509_NAME(name, &bytes);
    const QByteArray der(reinterpret_cast<const char*>(bytes), std::max(length, 0));
    OPENSSL_free(bytes);
    return der;
}

QByteArray serialOf(const ASN1_INTEGER* serial)
{
    unsigned char* bytes = nullptr;
    const int length = i2d_ASN1_INTEGER(serial, &bytes);
    const QByteArray der(reinterpret_cast<const char*>(bytes), std::max(length, 0));
    OPENSSL_free(bytes);
    return der;
}

/// What PAdES baseline wants: RFC 5652 with content type, message digest and signing-certificate-v2, nothing else.
QByteArray makeBaseline(const CmsWanted& wanted, const QByteArray& covered)
{
    namespace der = signing::der;
    const bool isSha1 = EVP_MD_get_type(wanted.digest) == NID_sha1;
    const auto attribute = [](const char* oid, const QByteArray& value) {
        return der::sequence(der::oid(oid) + der::setOf({value}));
    };
    const QByteArray digest =
        QCryptographicHash::hash(covered, isSha1 ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256);
    QByteArray attributes =
        der::setOf({attribute("1.2.840.113549.1.9.3", der::oid("1.2.840.113549.1.7.1")),
                    attribute("1.2.840.113549.1.9.4", der::octets(digest)),
                    attribute("1.2.840.113549.1.9.16.2.47",
                              der::sequence(der::sequence(der::sequence(der::octets(sha256(wanted.signer->der()))))))});
    const signing::DigestContext context(EVP_MD_CTX_new());
    QByteArray value(1024, '\0');
    std::size_t length = 1024;
    EVP_DigestSignInit(context.get(), nullptr, wanted.digest, nullptr, wanted.signer->key.get());
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &length,
                   reinterpret_cast<const unsigned char*>(attributes.constData()),
                   static_cast<std::size_t>(attributes.size()));
    value.truncate(static_cast<qsizetype>(length));
    attributes[0] = static_cast<char>(0xa0);
    X509* own = wanted.signer->certificate.get();
    const QByteArray issuer = nameOf(X509_get_issuer_name(own)) + serialOf(X509_get0_serialNumber(own));
    const QByteArray algorithm = der::sequence(der::oid(isSha1 ? "1.3.14.3.2.26" : "2.16.840.1.101.3.4.2.1"));
    QByteArray info = der::small(1) + der::sequence(issuer) + algorithm + attributes +
                      der::sequence(der::oid("1.2.840.113549.1.1.1") + der::null()) + der::octets(value);
    if (wanted.stamp) {
        QByteArray unsignedOnes = der::setOf({attribute("1.2.840.113549.1.9.16.2.14", wanted.stamp(value))});
        unsignedOnes[0] = static_cast<char>(0xa1);
        info += unsignedOnes;
    }
    QByteArray certificates = wanted.signer->der();
    for (const Holder* other : wanted.along)
        certificates += other->der();
    const QByteArray data =
        der::sequence(der::small(1) + der::setOf({algorithm}) + der::sequence(der::oid("1.2.840.113549.1.7.1")) +
                      der::element(0xa0, certificates) + der::setOf({der::sequence(info)}));
    return der::sequence(der::oid("1.2.840.113549.1.7.2") + der::element(0xa0, data));
}

} // namespace

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray appendSignature(const QByteArray& pdf, const Crafted& crafted,
                           const std::function<QByteArray(const QByteArray& covered)>& make)
{
    static int number = 0;
    const QByteArray rangeRoom = "[0 1111111111 1111111111 1111111111]";
    QByteArray file = edited(pdf, [&](pdf::IncrementalUpdate& update) {
        const bool stamp = QByteArrayView(crafted.subFilter) == "ETSI.RFC3161";
        pdf::Dict value{{"Type", pdf::Name{stamp ? "DocTimeStamp" : "Sig"}},
                        {"Filter", pdf::Name{"Adobe.PPKLite"}},
                        {"SubFilter", pdf::Name{crafted.subFilter}},
                        {"ByteRange", pdf::Raw{rangeRoom}},
                        {"Contents", pdf::Text{QByteArray(room, '\0'), true}}};
        if (!stamp)
            value.set("M", pdf::textString(signing::writePdfDate(crafted.claimed)));
        if (!crafted.certificates.isNull())
            value.set("Cert", crafted.certificates);
        const pdf::Page page = pdf::readPages(update.document())->front();
        const pdf::Ref field = update.reserve();
        update.set(field, pdf::Dict{{"Type", pdf::Name{"Annot"}},
                                    {"Subtype", pdf::Name{"Widget"}},
                                    {"FT", pdf::Name{"Sig"}},
                                    {"T", pdf::textString(QStringLiteral("Crafted%1").arg(++number))},
                                    {"F", 132},
                                    {"P", page.ref},
                                    {"Rect", pdf::rectValue({})},
                                    {"V", update.add(value)}});
        pdf::addField(update, {field, page.ref, true, {}});
    });
    const qsizetype rangeAt = file.indexOf(rangeRoom, pdf.size());
    const qsizetype gap = file.indexOf('<' + QByteArray(64, '0'), rangeAt);
    const qsizetype after = gap + 2 * room + 2;
    const QByteArray range = "[0 " + QByteArray::number(gap) + ' ' + QByteArray::number(after) + ' ' +
                             QByteArray::number(file.size() - after) + ']';
    file.replace(rangeAt, rangeRoom.size(), range.leftJustified(rangeRoom.size(), ' '));
    const QByteArray hex = make(file.left(gap) + file.mid(after)).toHex();
    if (hex.size() > 2 * room)
        qFatal("no room");
    file.replace(gap + 1, hex.size(), hex);
    return file;
}

QByteArray makeCms(const CmsWanted& wanted, const QByteArray& covered)
{
    const QByteArray content =
        wanted.carriesSha1 ? QCryptographicHash::hash(covered, QCryptographicHash::Sha1) : covered;
    const signing::BioHandle data(BIO_new_mem_buf(content.constData(), static_cast<int>(content.size())));
    const unsigned common = CMS_BINARY | CMS_PARTIAL | (wanted.carriesSha1 ? 0U : CMS_DETACHED);
    const signing::CmsHandle cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, common));
    unsigned flags = wanted.flags | CMS_NOSMIMECAP | CMS_BINARY;
    if (wanted.pss)
        flags |= CMS_KEY_PARAM;
    if (wanted.named)
        flags &= ~static_cast<unsigned>(CMS_CADES);
    CMS_SignerInfo* signer =
        CMS_add1_signer(cms.get(), wanted.signer->certificate.get(), wanted.signer->key.get(), wanted.digest, flags);
    if (!signer)
        qFatal("no signer");
    if (wanted.pss)
        EVP_PKEY_CTX_set_rsa_padding(CMS_SignerInfo_get0_pkey_ctx(signer), RSA_PKCS1_PSS_PADDING);
    if (wanted.named) {
        namespace der = signing::der;
        addAttribute(signer, true, "1.2.840.113549.1.9.16.2.47",
                     der::sequence(der::sequence(der::sequence(der::octets(sha256(wanted.named->der()))))));
    }
    for (const Holder* other : wanted.along)
        CMS_add1_cert(cms.get(), other->certificate.get());
    if (CMS_final(cms.get(), data.get(), nullptr, common) != 1)
        qFatal("CMS_final: %s", qPrintable(signing::opensslError()));
    if (wanted.stamp) {
        const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(signer);
        const QByteArray bytes(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value));
        addAttribute(signer, false, "1.2.840.113549.1.9.16.2.14", wanted.stamp(bytes));
    }
    return encoded(cms.get());
}

QByteArray craftedBy(const CmsWanted& wanted, const QByteArray& pdf, const Crafted& crafted)
{
    return appendSignature(pdf, crafted, [&](const QByteArray& covered) {
        return wanted.baseline ? makeBaseline(wanted, covered) : makeCms(wanted, covered);
    });
}

QByteArray timestamped(const QByteArray& pdf, const Holder& authority, Instant time)
{
    Crafted crafted;
    crafted.subFilter = "ETSI.RFC3161";
    return appendSignature(pdf, crafted,
                           [&](const QByteArray& covered) { return makeToken(authority, sha256(covered), time); });
}

QByteArray withStore(const QByteArray& pdf, const QList<QByteArray>& certificates, const QList<QByteArray>& ocsps,
                     const QList<QByteArray>& crls)
{
    return edited(pdf, [&](pdf::IncrementalUpdate& update) {
        const auto list = [&](const QList<QByteArray>& items) {
            pdf::Array refs;
            for (const QByteArray& item : items)
                refs.push_back(update.addStream({}, item));
            return refs;
        };
        pdf::Dict store{{"Certs", list(certificates)}, {"OCSPs", list(ocsps)}, {"CRLs", list(crls)}};
        const pdf::Value& root = update.document().trailer()["Root"];
        pdf::Dict catalog = update.current(root).dict();
        catalog.set("DSS", update.add(store));
        update.set(*root.ref(), catalog);
    });
}

} // namespace diakinisi::samples
