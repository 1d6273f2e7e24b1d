#include "signing/keys/pkcs11_modules.h"

#include "signing/keys/pkcs11_module.h"

#include <QFileInfo>

namespace diakinisi::signing {

Result<std::shared_ptr<Pkcs11Module>> Pkcs11Modules::open(const QString& path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    const QString& key = canonical.isEmpty() ? path : canonical;
    const std::lock_guard lock(m_mutex);
    if (std::shared_ptr<Pkcs11Module> known = m_open[key].lock())
        return known;
    const Result<std::shared_ptr<Pkcs11Module>> module = Pkcs11Module::load(path);
    if (module)
        m_open[key] = *module;
    return module;
}

} // namespace diakinisi::signing
