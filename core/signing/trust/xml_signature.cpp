#include "signing/trust/xml_signature.h"

#include "signing/openssl_handles.h"
#include "signing/trust/xml_reading.h"

#include <openssl/rsa.h>

#include <libxml/c14n.h>

#include <QSet>

namespace diakinisi::signing {

namespace {

constexpr const char* signatureSpace = "http://www.w3.org/2000/09/xmldsig#";
constexpr const char* enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
constexpr const char* exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
constexpr const char* inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
constexpr int mostReferences = 8;

tl::unexpected<Error> broken(const char* why)
{
    ERR_clear_error();
    return fail(ErrorCode::SignatureBroken, QStringLiteral("trusted list"), QString::fromLatin1(why));
}

const EVP_MD* digestOf(QByteArrayView uri)
{
    return uri == "http://www.w3.org/2001/04/xmlenc#sha256"         ? EVP_sha256()
           : uri == "http://www.w3.org/2001/04/xmldsig-more#sha384" ? EVP_sha384()
           : uri == "http://www.w3.org/2001/04/xmlenc#sha512"       ? EVP_sha512()
                                                                    : nullptr;
}

struct Method {
    const EVP_MD* digest = nullptr;
    bool pss = false;
    bool curve = false;
};

Method methodOf(const QByteArray& uri)
{
    Method method;
    method.digest = uri.contains("sha256")   ? EVP_sha256()
                    : uri.contains("sha384") ? EVP_sha384()
                    : uri.contains("sha512") ? EVP_sha512()
                                             : nullptr;
    const QByteArray more = "http://www.w3.org/2001/04/xmldsig-more#";
    method.curve = uri.startsWith(more + "ecdsa-sha");
    method.pss = uri.startsWith("http://www.w3.org/2007/05/xmldsig-more#sha") && uri.endsWith("-rsa-MGF1");
    if (!method.curve && !method.pss && !uri.startsWith(more + "rsa-sha"))
        method.digest = nullptr;
    return method;
}

int isWithin(void* top, xmlNodePtr node, xmlNodePtr parent)
{
    const bool isSpace = node && node->type == XML_NAMESPACE_DECL;
    for (xmlNodePtr at = isSpace || !node ? parent : node; at; at = at->parent)
        if (at == top)
            return 1;
    return 0;
}

/// The canonical form without comments: of what is below `top`, or of the whole document.
QByteArray canonical(xmlDocPtr document, xmlNodePtr top, QByteArrayView method)
{
    xmlOutputBufferPtr buffer = xmlAllocOutputBuffer(nullptr);
    const int mode = method == exclusive ? XML_C14N_EXCLUSIVE_1_0 : XML_C14N_1_0;
    QByteArray bytes;
    if (buffer && xmlC14NExecute(document, top ? isWithin : nullptr, top, mode, nullptr, 0, buffer) >= 0)
        bytes = QByteArray(reinterpret_cast<const char*>(xmlOutputBufferGetContent(buffer)),
                           static_cast<qsizetype>(xmlOutputBufferGetSize(buffer)));
    if (buffer)
        xmlOutputBufferClose(buffer);
    return bytes;
}

QByteArray hashOf(const EVP_MD* digest, const QByteArray& bytes)
{
    QByteArray value(EVP_MAX_MD_SIZE, '\0');
    unsigned length = 0;
    if (EVP_Digest(bytes.constData(), static_cast<std::size_t>(bytes.size()),
                   reinterpret_cast<unsigned char*>(value.data()), &length, digest, nullptr) != 1)
        return {};
    value.truncate(static_cast<qsizetype>(length));
    return value;
}

/// XML has r and s side by side (RFC 4050), OpenSSL wants them in DER.
QByteArray derOfCurve(const QByteArray& value)
{
    const int half = static_cast<int>(value.size() / 2);
    const auto* bytes = reinterpret_cast<const unsigned char*>(value.constData());
    ECDSA_SIG* pair = ECDSA_SIG_new();
    ECDSA_SIG_set0(pair, BN_bin2bn(bytes, half, nullptr), BN_bin2bn(bytes + half, half, nullptr));
    unsigned char* out = nullptr;
    const int length = i2d_ECDSA_SIG(pair, &out);
    const QByteArray der(reinterpret_cast<const char*>(out), std::max(length, 0));
    OPENSSL_free(out);
    ECDSA_SIG_free(pair);
    return der;
}

bool isMadeBy(const QByteArray& certificate, const Method& method, const QByteArray& content, const QByteArray& value)
{
    const X509Handle signer = toX509(certificate);
    EVP_PKEY* key = signer ? X509_get0_pubkey(signer.get()) : nullptr;
    if (!key || (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC) != method.curve)
        return false;
    const QByteArray bytes = method.curve ? derOfCurve(value) : value;
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* parameters = nullptr;
    const bool ready = EVP_DigestVerifyInit(context.get(), &parameters, method.digest, nullptr, key) == 1 &&
                       (!method.pss || EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1);
    const bool holds =
        ready && EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(bytes.constData()),
                                  static_cast<std::size_t>(bytes.size()),
                                  reinterpret_cast<const unsigned char*>(content.constData()),
                                  static_cast<std::size_t>(content.size())) == 1;
    ERR_clear_error();
    return holds;
}

/// What one reference wants: how its bytes are made canonical and their digest.
struct Wanted {
    bool whole = false;
    bool strips = false; ///< the signature itself
    QByteArray form = inclusive;
    const EVP_MD* digest = nullptr;
    QByteArray value;
};

Result<Wanted> read(const XmlElement& reference, const QByteArray& rootId)
{
    const QByteArray uri = reference.attribute("URI");
    Wanted wanted;
    wanted.whole = uri.isEmpty() || (!rootId.isEmpty() && uri == '#' + rootId);
    for (const XmlElement& transform : reference.child("Transforms").children("Transform")) {
        const QByteArray name = transform.attribute("Algorithm");
        if (name == enveloped)
            wanted.strips = true;
        else if (name == exclusive || name == inclusive)
            wanted.form = name;
        else
            return broken("a transform that is not taken");
    }
    wanted.digest = digestOf(reference.child("DigestMethod").attribute("Algorithm"));
    wanted.value = QByteArray::fromBase64(reference.child("DigestValue").text());
    if (!wanted.digest)
        return broken("a digest that is not taken");
    return wanted;
}

/// The element with this Id within the signature, which must be the only one.
xmlNodePtr partOf(const XmlElement& signature, const QByteArray& id)
{
    xmlNodePtr found = nullptr;
    int count = 0;
    signature.walk([&](const XmlElement& element) {
        if (element.attribute("Id") == id) {
            found = element.node();
            ++count;
        }
    });
    return count == 1 ? found : nullptr;
}

} // namespace

Done checkXmlSignature(xmlDoc* document, const QList<QByteArray>& signers)
{
    const XmlElement root(xmlDocGetRootElement(document));
    const std::vector<XmlElement> signatures = root.children("Signature", signatureSpace);
    if (signatures.size() != 1)
        return broken("not exactly one signature");
    const XmlElement signature = signatures.front();
    const XmlElement info = signature.child("SignedInfo");
    const QByteArray form = info.child("CanonicalizationMethod").attribute("Algorithm");
    const Method method = methodOf(info.child("SignatureMethod").attribute("Algorithm"));
    if (!info || !method.digest || (form != exclusive && form != inclusive))
        return broken("an algorithm that is not taken");
    const QByteArray content = canonical(document, info.node(), form);
    const QByteArray value = QByteArray::fromBase64(signature.child("SignatureValue").text());
    const bool made = std::any_of(signers.begin(), signers.end(),
                                  [&](const QByteArray& signer) { return isMadeBy(signer, method, content, value); });
    if (!made)
        return broken("the signature is not by one of those who may sign it");
    std::optional<Wanted> whole;
    int count = 0;
    for (const XmlElement& reference : info.children("Reference")) {
        const Result<Wanted> wanted = read(reference, root.attribute("Id"));
        if (!wanted || ++count > mostReferences)
            return wanted ? Done(broken("too many references")) : Done(fail(wanted.error()));
        if (wanted->whole && wanted->strips && !whole) {
            whole = *wanted;
            continue;
        }
        xmlNodePtr part = partOf(signature, reference.attribute("URI").mid(1));
        if (!part || hashOf(wanted->digest, canonical(document, part, wanted->form)) != wanted->value)
            return broken("a part of the signature is not what was signed");
    }
    if (!whole)
        return broken("it does not cover the whole list");
    xmlNodePtr stripped = signature.node();
    xmlUnlinkNode(stripped);
    xmlFreeNode(stripped);
    if (hashOf(whole->digest, canonical(document, nullptr, whole->form)) != whole->value)
        return broken("the list is not what was signed");
    return {};
}

} // namespace diakinisi::signing
