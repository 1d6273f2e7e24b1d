#include "desk/key_store.h"

namespace diakinisi::desk {

std::unique_ptr<KeyStore> makeSystemKeyStore(const QString&)
{
    return nullptr; // built without one
}

} // namespace diakinisi::desk
