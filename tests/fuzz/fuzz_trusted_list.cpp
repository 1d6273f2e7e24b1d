#include "authority.h"
#include "fuzzed.h"

#include "signing/trust/trusted_list.h"

using namespace diakinisi;

/// A list before anything of it is known to be signed.
int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const QList<QByteArray> signers{fuzzed::issuer()};
    static_cast<void>(signing::readTrustedList(fuzzed::bytes(data, size), signers));
    return 0;
}
