#include "base/random.h"

#include <openssl/rand.h>

#include <cstdlib>

namespace diakinisi {

QByteArray SystemRandom::bytes(qsizetype count)
{
    QByteArray result(count, Qt::Uninitialized);
    // Without randomness no key, salt or token may be made: there is nothing sensible to go on with.
    if (RAND_bytes(reinterpret_cast<unsigned char*>(result.data()), static_cast<int>(count)) != 1)
        std::abort();
    return result;
}

} // namespace diakinisi
