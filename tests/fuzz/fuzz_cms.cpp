#include "fuzzed.h"

#include "signing/cms/cms_check.h"

using namespace diakinisi;

/// A signature value as it may stand in /Contents.
int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto digest = [](const QString& name) { return QByteArray(name.endsWith(u"512") ? 64 : 32, 'x'); };
    signing::checkCms(fuzzed::bytes(data, size), digest);
    return 0;
}
