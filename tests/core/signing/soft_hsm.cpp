#include "soft_hsm.h"

#include "sample_pdf.h"
#include "signing/openssl_handles.h"

#include <QDir>
#include <QFile>
#include <QLibrary>

#include <p11-kit/pkcs11.h>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/objects.h>
#include <openssl/pkcs12.h>

#include <list>

namespace diakinisi::samples {

using signing::KeyHandle;
using signing::X509Handle;

namespace {

constexpr char pin[] = "1234";

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

KeyHandle keyOf(const Person& person)
{
    const auto* in = reinterpret_cast<const unsigned char*>(person.pkcs12.constData());
    PKCS12* file = d2i_PKCS12(nullptr, &in, static_cast<long>(person.pkcs12.size()));
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    PKCS12_parse(file, pin, &key, &certificate, nullptr);
    PKCS12_free(file);
    X509_free(certificate);
    return KeyHandle(key);
}

/// Attributes with the bytes that they point to.
class Template
{
public:
    void add(CK_ATTRIBUTE_TYPE type, const QByteArray& value)
    {
        m_values.push_back(value);
        m_values.back().detach();
        m_attributes.push_back({type, m_values.back().data(), static_cast<CK_ULONG>(m_values.back().size())});
    }
    void addNumber(CK_ATTRIBUTE_TYPE type, CK_ULONG value)
    {
        add(type, QByteArray(reinterpret_cast<const char*>(&value), sizeof(value)));
    }
    void addFlag(CK_ATTRIBUTE_TYPE type, bool value) { add(type, QByteArray(1, value ? '\1' : '\0')); }
    void addNumber(CK_ATTRIBUTE_TYPE type, EVP_PKEY* key, const char* parameter)
    {
        BIGNUM* number = nullptr;
        EVP_PKEY_get_bn_param(key, parameter, &number);
        QByteArray bytes(BN_num_bytes(number), '\0');
        BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
        BN_clear_free(number);
        add(type, bytes);
    }
    CK_ATTRIBUTE* data() { return m_attributes.data(); }
    CK_ULONG size() const { return static_cast<CK_ULONG>(m_attributes.size()); }

private:
    std::list<QByteArray> m_values;
    std::vector<CK_ATTRIBUTE> m_attributes;
};

void addRsa(Template& object, EVP_PKEY* key)
{
    object.addNumber(CKA_KEY_TYPE, CKK_RSA);
    object.addNumber(CKA_MODULUS, key, OSSL_PKEY_PARAM_RSA_N);
    object.addNumber(CKA_PUBLIC_EXPONENT, key, OSSL_PKEY_PARAM_RSA_E);
    object.addNumber(CKA_PRIVATE_EXPONENT, key, OSSL_PKEY_PARAM_RSA_D);
    object.addNumber(CKA_PRIME_1, key, OSSL_PKEY_PARAM_RSA_FACTOR1);
    object.addNumber(CKA_PRIME_2, key, OSSL_PKEY_PARAM_RSA_FACTOR2);
    object.addNumber(CKA_EXPONENT_1, key, OSSL_PKEY_PARAM_RSA_EXPONENT1);
    object.addNumber(CKA_EXPONENT_2, key, OSSL_PKEY_PARAM_RSA_EXPONENT2);
    object.addNumber(CKA_COEFFICIENT, key, OSSL_PKEY_PARAM_RSA_COEFFICIENT1);
}

void addCurve(Template& object, EVP_PKEY* key)
{
    char group[64] = {};
    EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof(group), nullptr);
    ASN1_OBJECT* oid = OBJ_nid2obj(OBJ_sn2nid(group));
    QByteArray der(i2d_ASN1_OBJECT(oid, nullptr), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_ASN1_OBJECT(oid, &out);
    object.addNumber(CKA_KEY_TYPE, CKK_EC);
    object.add(CKA_EC_PARAMS, der);
    object.addNumber(CKA_VALUE, key, OSSL_PKEY_PARAM_PRIV_KEY);
}

/// Puts objects on the token of a label.
bool create(const QString& label, std::vector<Template> objects)
{
    QLibrary library(SoftHsm::module());
    library.setLoadHints(QLibrary::PreventUnloadHint);
    const auto get = reinterpret_cast<CK_C_GetFunctionList>(library.resolve("C_GetFunctionList"));
    CK_FUNCTION_LIST* calls = nullptr;
    if (!get || get(&calls) != CKR_OK || calls->C_Initialize(nullptr) != CKR_OK)
        return false;
    CK_SLOT_ID slots[32];
    CK_ULONG count = 32;
    calls->C_GetSlotList(CK_TRUE, slots, &count);
    bool good = false;
    for (CK_ULONG i = 0; i < count; ++i) {
        CK_TOKEN_INFO info{};
        CK_SESSION_HANDLE session = 0;
        if (calls->C_GetTokenInfo(slots[i], &info) != CKR_OK ||
            QByteArray(reinterpret_cast<char*>(info.label), sizeof(info.label)).trimmed() != label.toUtf8() ||
            calls->C_OpenSession(slots[i], CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr, &session) != CKR_OK)
            continue;
        char typed[] = "1234";
        good = calls->C_Login(session, CKU_USER, reinterpret_cast<CK_UTF8CHAR*>(typed), 4) == CKR_OK;
        for (Template& object : objects) {
            CK_OBJECT_HANDLE made = 0;
            good = good && calls->C_CreateObject(session, object.data(), object.size(), &made) == CKR_OK;
        }
        calls->C_Logout(session);
        calls->C_CloseSession(session);
    }
    calls->C_Finalize(nullptr);
    return good;
}

Template certificateObject(const QByteArray& der, const QByteArray& id)
{
    const X509Handle certificate = signing::toX509(der);
    QByteArray subject(i2d_X509_NAME(X509_get_subject_name(certificate.get()), nullptr), '\0');
    auto* out = reinterpret_cast<unsigned char*>(subject.data());
    i2d_X509_NAME(X509_get_subject_name(certificate.get()), &out);
    Template object;
    object.addNumber(CKA_CLASS, CKO_CERTIFICATE);
    object.addNumber(CKA_CERTIFICATE_TYPE, CKC_X_509);
    object.addFlag(CKA_TOKEN, true);
    object.addFlag(CKA_PRIVATE, false);
    object.add(CKA_SUBJECT, subject);
    object.add(CKA_VALUE, der);
    object.add(CKA_ID, id);
    object.add(CKA_LABEL, "certificate " + id.toHex());
    return object;
}

} // namespace

SoftHsm::SoftHsm()
{
    QDir(m_folder.path()).mkdir(QStringLiteral("tokens"));
    write(path(QStringLiteral("softhsm2.conf")),
          "directories.tokendir = " + path(QStringLiteral("tokens")).toUtf8() +
              "\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = true\n");
    qputenv("SOFTHSM2_CONF", path(QStringLiteral("softhsm2.conf")).toUtf8());
    qputenv("DIAKINISI_FAULTY_TOKEN", path(QStringLiteral("faults")).toUtf8());
    misbehave({});
}

SoftHsm::~SoftHsm()
{
    qunsetenv("SOFTHSM2_CONF");
    qunsetenv("DIAKINISI_FAULTY_TOKEN");
}

QString SoftHsm::module()
{
    for (const char* path : {"/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"})
        if (QFile::exists(QString::fromLatin1(path)))
            return QString::fromLatin1(path);
    return {};
}

QString SoftHsm::faultyModule()
{
    return QStringLiteral(DIAKINISI_FAULTY_TOKEN_MODULE);
}

bool SoftHsm::addToken(const QString& label) const
{
    return runProgram(QStringLiteral("softhsm2-util"),
                      {QStringLiteral("--init-token"), QStringLiteral("--free"), QStringLiteral("--label"), label,
                       QStringLiteral("--so-pin"), QStringLiteral("87654321"), QStringLiteral("--pin"),
                       QString::fromLatin1(pin)})
               .exitCode == 0;
}

bool SoftHsm::addKey(const QString& label, const Person& person, const QByteArray& id, bool alwaysAuthenticate) const
{
    const KeyHandle key = keyOf(person);
    Template object;
    object.addNumber(CKA_CLASS, CKO_PRIVATE_KEY);
    object.addFlag(CKA_TOKEN, true);
    object.addFlag(CKA_PRIVATE, true);
    object.addFlag(CKA_SENSITIVE, true);
    object.addFlag(CKA_SIGN, true);
    object.addFlag(CKA_ALWAYS_AUTHENTICATE, alwaysAuthenticate);
    object.add(CKA_ID, id);
    if (EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA)
        addRsa(object, key.get());
    else
        addCurve(object, key.get());
    return create(label, {object, certificateObject(person.certificate, id)});
}

bool SoftHsm::addCertificate(const QString& label, const QByteArray& der, const QByteArray& id) const
{
    return create(label, {certificateObject(der, id)});
}

void SoftHsm::misbehave(const QStringList& words) const
{
    write(path(QStringLiteral("faults")), words.join(u'\n').toUtf8() + '\n');
    QFile::remove(path(QStringLiteral("faults.log")));
}

QStringList SoftHsm::asked() const
{
    QFile file(path(QStringLiteral("faults.log")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace diakinisi::samples
