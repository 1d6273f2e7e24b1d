#include "signing/keys/pkcs11_session.h"

namespace diakinisi::signing {

namespace {

constexpr CK_ULONG longestAttribute = 64 * 1024;
constexpr CK_ULONG longestSignature = 2048; // RSA with 16384 bits

} // namespace

Pkcs11Session::Pkcs11Session(std::shared_ptr<Pkcs11Module> module, CK_SESSION_HANDLE handle)
    : m_module(std::move(module)),
      m_handle(handle)
{
}

Rv<std::unique_ptr<Pkcs11Session>> Pkcs11Session::open(std::shared_ptr<Pkcs11Module> module, CK_SLOT_ID slot)
{
    CK_SESSION_HANDLE handle = 0;
    const CK_RV code = module->functions().C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &handle);
    if (code != CKR_OK)
        return tl::unexpected(code);
    return std::unique_ptr<Pkcs11Session>(new Pkcs11Session(std::move(module), handle));
}

Pkcs11Session::~Pkcs11Session()
{
    logout();
    calls().C_CloseSession(m_handle);
}

CK_RV Pkcs11Session::callLogin(CK_USER_TYPE user, const Secret* pin)
{
    // The interface is not const, though a module must not change the PIN.
    auto* bytes = pin ? reinterpret_cast<CK_UTF8CHAR*>(const_cast<char*>(pin->c_str())) : nullptr;
    return calls().C_Login(m_handle, user, bytes, pin ? static_cast<CK_ULONG>(pin->size()) : 0);
}

CK_RV Pkcs11Session::login(const Secret* pin)
{
    CK_RV code = callLogin(CKU_USER, pin);
    if (code == CKR_USER_ALREADY_LOGGED_IN && calls().C_Logout(m_handle) == CKR_OK)
        code = callLogin(CKU_USER, pin); // the first call did not look at the PIN
    m_loggedIn = code == CKR_OK;
    return code;
}

CK_RV Pkcs11Session::loginForOperation(const Secret* pin)
{
    return callLogin(CKU_CONTEXT_SPECIFIC, pin);
}

void Pkcs11Session::logout()
{
    if (m_loggedIn)
        calls().C_Logout(m_handle);
    m_loggedIn = false;
}

Rv<std::vector<CK_OBJECT_HANDLE>> Pkcs11Session::find(CK_OBJECT_CLASS what, const QByteArray* id) const
{
    CK_ATTRIBUTE wanted[2] = {{CKA_CLASS, &what, sizeof(what)}, {}};
    if (id)
        wanted[1] = {CKA_ID, const_cast<char*>(id->constData()), static_cast<CK_ULONG>(id->size())};
    if (const CK_RV code = calls().C_FindObjectsInit(m_handle, wanted, id ? 2 : 1); code != CKR_OK)
        return tl::unexpected(code);
    CK_OBJECT_HANDLE batch[mostObjects];
    std::vector<CK_OBJECT_HANDLE> found;
    CK_RV code = CKR_OK;
    while (found.size() < mostObjects) {
        CK_ULONG count = 0;
        code = calls().C_FindObjects(m_handle, batch, mostObjects, &count);
        if (code != CKR_OK || count == 0 || count > mostObjects)
            break;
        found.insert(found.end(), batch, batch + count);
    }
    const CK_RV ended = calls().C_FindObjectsFinal(m_handle);
    if (code != CKR_OK || ended != CKR_OK)
        return tl::unexpected(code != CKR_OK ? code : ended);
    return found;
}

Rv<QByteArray> Pkcs11Session::attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const
{
    CK_ATTRIBUTE asked{type, nullptr, 0};
    CK_RV code = calls().C_GetAttributeValue(m_handle, object, &asked, 1);
    if (code == CKR_ATTRIBUTE_TYPE_INVALID || code == CKR_ATTRIBUTE_SENSITIVE)
        return QByteArray();
    if (code != CKR_OK)
        return tl::unexpected(code);
    if (asked.ulValueLen > longestAttribute) // also CK_UNAVAILABLE_INFORMATION
        return QByteArray();
    QByteArray value(static_cast<qsizetype>(asked.ulValueLen), '\0');
    asked.pValue = value.data();
    code = calls().C_GetAttributeValue(m_handle, object, &asked, 1);
    if (code != CKR_OK)
        return tl::unexpected(code);
    if (asked.ulValueLen < static_cast<CK_ULONG>(value.size()))
        value.truncate(static_cast<qsizetype>(asked.ulValueLen));
    return value;
}

bool Pkcs11Session::flag(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type, bool otherwise) const
{
    const Rv<QByteArray> value = attribute(object, type);
    return value && value->size() == sizeof(CK_BBOOL) ? value->at(0) != CK_FALSE : otherwise;
}

Rv<QByteArray> Pkcs11Session::sign(CK_MECHANISM mechanism, CK_OBJECT_HANDLE key, const QByteArray& data,
                                   const std::function<CK_RV()>& before)
{
    if (const CK_RV code = calls().C_SignInit(m_handle, &mechanism, key); code != CKR_OK)
        return tl::unexpected(code);
    if (const CK_RV code = before ? before() : CKR_OK; code != CKR_OK)
        return tl::unexpected(code);
    QByteArray value(longestSignature, '\0');
    CK_ULONG length = longestSignature;
    auto* in = reinterpret_cast<CK_BYTE*>(const_cast<char*>(data.constData()));
    const CK_RV code = calls().C_Sign(m_handle, in, static_cast<CK_ULONG>(data.size()),
                                      reinterpret_cast<CK_BYTE*>(value.data()), &length);
    if (code != CKR_OK || length > longestSignature)
        return tl::unexpected(code != CKR_OK ? code : CK_RV{CKR_BUFFER_TOO_SMALL});
    value.truncate(static_cast<qsizetype>(length));
    return value;
}

} // namespace diakinisi::signing
