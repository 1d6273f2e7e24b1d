#include "authority.h"
#include "fuzzed.h"

#include "signing/cms/revocation_answer.h"

using namespace diakinisi;

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const QByteArray certificate = fuzzed::certificate();
    static const QByteArray issuer = fuzzed::issuer();
    if (const auto answer = signing::readCrlAnswer(fuzzed::bytes(data, size), certificate, issuer))
        static_cast<void>(answer->covers(Instant{1'800'000'000'000}));
    return 0;
}
