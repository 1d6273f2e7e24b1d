#include "signing/cms/cms_attributes.h"

#include "signing/der.h"
#include "signing/openssl_handles.h"

#include <array>

namespace diakinisi::signing {

namespace {

constexpr qsizetype mostMembers = 500;
constexpr qsizetype mostTokens = 16;

struct FreedCrls {
    void operator()(STACK_OF(X509_CRL) * stack) const { sk_X509_CRL_pop_free(stack, X509_CRL_free); }
};

/// One TLV at the beginning of `bytes`: where its content begins and where it ends; -1 when there is none.
struct Extent {
    qsizetype content = -1;
    qsizetype end = -1;
};

Extent extentOf(QByteArrayView bytes)
{
    const auto* const begin = reinterpret_cast<const unsigned char*>(bytes.data());
    const unsigned char* at = begin;
    long length = 0;
    int tag = 0;
    int kind = 0;
    const int flags = ASN1_get_object(&at, &length, &tag, &kind, static_cast<long>(bytes.size()));
    ERR_clear_error();
    if ((flags & 0x80) != 0 || (flags & 0x01) != 0) // an error, or an indefinite length
        return {};
    return {at - begin, at - begin + length};
}

QByteArray derOf(const ASN1_TYPE* value)
{
    if (!value || value->type != V_ASN1_SEQUENCE)
        return {};
    const ASN1_STRING* string = value->value.sequence;
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string)};
}

/// An OCSPResponse around a BasicOCSPResponse (RFC 6960, 4.2.1).
QByteArray wrapped(const QByteArray& basic)
{
    const QByteArray bytes = der::sequence(der::oid("1.3.6.1.5.5.7.48.1.1") + der::octets(basic));
    return der::sequence(der::element(0x0a, QByteArray(1, '\0')) + der::element(0xa0, bytes));
}

class Carried
{
public:
    Carried(CMS_SignerInfo* signer, CmsFinding& found) : m_signer(signer), m_found(found) {}

    void read()
    {
        for (int i = 0; i < CMS_signed_get_attr_count(m_signer) && i < mostMembers; ++i)
            take(CMS_signed_get_attr(m_signer, i), true);
        for (int i = 0; i < CMS_unsigned_get_attr_count(m_signer) && i < mostMembers; ++i)
            take(CMS_unsigned_get_attr(m_signer, i), false);
    }

private:
    void take(X509_ATTRIBUTE* attribute, bool isSigned)
    {
        std::array<char, 64> oid{};
        OBJ_obj2txt(oid.data(), oid.size(), X509_ATTRIBUTE_get0_object(attribute), 1);
        const QByteArrayView name(oid.data());
        for (int i = 0; i < X509_ATTRIBUTE_count(attribute) && i < mostTokens; ++i) {
            const QByteArray value = derOf(X509_ATTRIBUTE_get0_type(attribute, i));
            if (value.isEmpty())
                continue;
            if (isSigned && name == "1.2.840.113583.1.1.8")
                takeAnswers(value, false);
            else if (isSigned && name == "1.2.840.113549.1.9.16.2.20")
                m_found.contentTimestamps += value;
            else if (!isSigned && name == "1.2.840.113549.1.9.16.2.14" && m_found.timestamps.size() < mostTokens)
                m_found.timestamps += value;
            else if (!isSigned && name == "1.2.840.113549.1.9.16.2.23")
                m_found.certificates += derMembers(value).first(std::min(derMembers(value).size(), qsizetype{64}));
            else if (!isSigned && name == "1.2.840.113549.1.9.16.2.24")
                takeAnswers(value, true);
        }
    }

    /// SEQUENCE { [0] SEQUENCE OF CRL, [1] SEQUENCE OF answer }; basic: the answers lack their outer part.
    void takeAnswers(const QByteArray& value, bool basic)
    {
        for (const QByteArray& part : derMembers(value)) {
            const QList<QByteArray> inner = derMembers(part);
            if (inner.isEmpty())
                continue;
            for (const QByteArray& item : derMembers(inner.first())) {
                if (part.startsWith('\xa0'))
                    m_found.crls += item;
                else if (part.startsWith('\xa1'))
                    m_found.ocsps += basic ? wrapped(item) : item;
            }
        }
    }

    CMS_SignerInfo* m_signer;
    CmsFinding& m_found;
};

} // namespace

QList<QByteArray> derMembers(const QByteArray& element)
{
    const Extent outer = extentOf(element);
    if (outer.content < 0 || outer.end > element.size() || (element.at(0) & 0x20) == 0)
        return {};
    QList<QByteArray> members;
    for (qsizetype at = outer.content; at < outer.end && members.size() < mostMembers;) {
        const Extent inner = extentOf(QByteArrayView(element).sliced(at, outer.end - at));
        if (inner.content < 0 || inner.end <= 0 || at + inner.end > outer.end)
            return {};
        members += element.mid(at, inner.end);
        at += inner.end;
    }
    return members;
}

void readCarried(CMS_ContentInfo* cms, CMS_SignerInfo* signer, CmsFinding& found)
{
    const std::unique_ptr<STACK_OF(X509_CRL), FreedCrls> crls(CMS_get1_crls(cms));
    for (int i = 0; crls && i < sk_X509_CRL_num(crls.get()) && i < mostTokens; ++i) {
        unsigned char* bytes = nullptr;
        const int length = i2d_X509_CRL(sk_X509_CRL_value(crls.get(), i), &bytes);
        found.crls += QByteArray(reinterpret_cast<const char*>(bytes), std::max(length, 0));
        OPENSSL_free(bytes);
    }
    Carried(signer, found).read();
    ERR_clear_error();
}

} // namespace diakinisi::signing
