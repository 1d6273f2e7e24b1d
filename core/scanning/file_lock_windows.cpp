#include "scanning/file_lock.h"

namespace diakinisi::scanning {

bool isLockedByAnother(const QFile&)
{
    return false; // a file that is open for writing elsewhere could not be opened at all
}

} // namespace diakinisi::scanning
