#include "fuzzed.h"

#include "signing/cms/timestamp_token.h"

using namespace diakinisi;

/// An RFC 3161 token, as an authority or a file gives it.
int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    if (const auto token = signing::readTimestampToken(fuzzed::bytes(data, size)))
        static_cast<void>(token->holds() && token->stamps("x"));
    return 0;
}
