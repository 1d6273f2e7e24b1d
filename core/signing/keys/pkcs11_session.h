#pragma once
#include "base/secret.h"
#include "signing/keys/pkcs11_module.h"

#include <functional>

namespace diakinisi::signing {

/// A read-only session with a token: closed when it goes, and logged out before that when it was logged in.
class Pkcs11Session
{
public:
    static Rv<std::unique_ptr<Pkcs11Session>> open(std::shared_ptr<Pkcs11Module> module, CK_SLOT_ID slot);
    ~Pkcs11Session();
    Pkcs11Session(const Pkcs11Session&) = delete;
    Pkcs11Session& operator=(const Pkcs11Session&) = delete;

    /// Logs the holder in; one call with this PIN, never two. A null PIN lets the reader ask. Somebody else's login in
    /// this process is ended first, so that the PIN is really looked at. CKR_OK or why not.
    CK_RV login(const Secret* pin);
    /// For the operation that has just begun, where CKA_ALWAYS_AUTHENTICATE wants it.
    CK_RV loginForOperation(const Secret* pin);
    void logout();

    /// The objects of a class, at most `mostObjects`; those with a CKA_ID when one is given.
    Rv<std::vector<CK_OBJECT_HANDLE>> find(CK_OBJECT_CLASS what, const QByteArray* id = nullptr) const;
    /// An attribute's value; empty where the object has none of the kind.
    Rv<QByteArray> attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;
    bool flag(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type, bool otherwise) const;

    /// One signature. `before` runs between C_SignInit and C_Sign.
    Rv<QByteArray> sign(CK_MECHANISM mechanism, CK_OBJECT_HANDLE key, const QByteArray& data,
                        const std::function<CK_RV()>& before);

    static constexpr CK_ULONG mostObjects = 64;

private:
    Pkcs11Session(std::shared_ptr<Pkcs11Module> module, CK_SESSION_HANDLE handle);
    CK_RV callLogin(CK_USER_TYPE user, const Secret* pin);
    const CK_FUNCTION_LIST& calls() const { return m_module->functions(); }

    std::shared_ptr<Pkcs11Module> m_module;
    CK_SESSION_HANDLE m_handle;
    bool m_loggedIn = false;
};

} // namespace diakinisi::signing
