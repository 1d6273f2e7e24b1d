#pragma once
#include "base/result.h"

#include <map>
#include <memory>
#include <mutex>

namespace diakinisi::signing {

class Pkcs11Module;

/// Every PKCS #11 module of one program, each loaded and initialised once however many ask, and finalised when the last
/// of them lets go. Thread-safe; made by the composition root and handed in.
class Pkcs11Modules
{
public:
    Result<std::shared_ptr<Pkcs11Module>> open(const QString& path);

private:
    std::mutex m_mutex;
    std::map<QString, std::weak_ptr<Pkcs11Module>> m_open;
};

} // namespace diakinisi::signing
