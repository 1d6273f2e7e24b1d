#include "fuzzed.h"

#include "signing/validation/verify_pdf.h"

using namespace diakinisi;

/// A whole file, judged.
int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    fuzzed::File file(fuzzed::bytes(data, size));
    static_cast<void>(signing::verifyPdf(file, {{}, Instant{1'800'000'000'000}}));
    return 0;
}
