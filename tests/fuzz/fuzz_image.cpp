#include "pdf/image_file.h"

#include "fuzzed.h"

using namespace diakinisi;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static_cast<void>(pdf::readImage(fuzzed::bytes(data, size)));
    return 0;
}
