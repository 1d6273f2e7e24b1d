#include "storage/files/flush.h"

#include "storage/files/sealed_file.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace diakinisi::storage {

Done flushToDisk(QFile& file)
{
    errno = 0;
    if (!file.flush() || ::fsync(file.handle()) != 0)
        return fail(writeError(file));
    return {};
}

Done flushFolder(const QString& folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = handle >= 0 && ::fsync(handle) == 0;
    const int why = errno;
    if (handle >= 0)
        ::close(handle);
    if (!done)
        return fail(ErrorCode::FileUnwritable, folder, QString::fromLocal8Bit(std::strerror(why)));
    return {};
}

} // namespace diakinisi::storage
