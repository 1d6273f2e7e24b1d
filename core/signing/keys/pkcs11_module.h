#pragma once
#include "signing/keys/pkcs11_functions.h"
#include "signing/keys/tokens.h"

#include <QLibrary>

#include <memory>

namespace diakinisi::signing {

/// A PKCS #11 module that is loaded and initialised; finalised when the last holder goes, unless somebody else in this
/// process had initialised it before us. Its code stays mapped: several makers' modules crash when they are unloaded.
class Pkcs11Module
{
public:
    /// FileUnreadable: no such file. TokenModuleFailed: no module, not for this machine, or it does not begin.
    static Result<std::shared_ptr<Pkcs11Module>> load(const QString& path);
    ~Pkcs11Module();
    Pkcs11Module(const Pkcs11Module&) = delete;
    Pkcs11Module& operator=(const Pkcs11Module&) = delete;

    const QString& path() const { return m_path; }
    /// "Maker: description", as the module says.
    const QString& name() const { return m_name; }
    const QString& manufacturer() const { return m_manufacturer; }
    const QString& description() const { return m_description; }
    const CK_FUNCTION_LIST& functions() const { return *m_functions; }

    /// The tokens that are in its slots and are set up.
    Result<std::vector<TokenFacts>> tokens() const;
    Rv<TokenFacts> token(CK_SLOT_ID slot) const;

private:
    explicit Pkcs11Module(QString path);
    Done begin();
    void readName();

    QString m_path;
    QLibrary m_library;
    CK_FUNCTION_LIST* m_functions = nullptr;
    bool m_ours = false; ///< initialised by us
    QString m_name;
    QString m_manufacturer;
    QString m_description;
};

/// A text of fixed length, filled up with blanks, as PKCS #11 has them; without what cannot be shown.
QString paddedText(const unsigned char* text, std::size_t length);

} // namespace diakinisi::signing
