#include "scanning/file_lock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>

namespace diakinisi::scanning {

bool isLockedByAnother(const QFile& file)
{
    if (::flock(file.handle(), LOCK_SH | LOCK_NB) != 0)
        return true;
    ::flock(file.handle(), LOCK_UN);
    struct flock wanted = {}; // the whole file; what a share's server or a copier's program sets
    wanted.l_type = F_RDLCK;
    wanted.l_whence = SEEK_SET;
    return ::fcntl(file.handle(), F_OFD_GETLK, &wanted) == 0 && wanted.l_type != F_UNLCK;
}

} // namespace diakinisi::scanning
