#include "base/http_answer.h"
#include "scanning/escl_text.h"

#include "fuzzed.h"

using namespace diakinisi;
using namespace diakinisi::scanning;

/// What a network scanner says: its XML, and the HTTP around it.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = fuzzed::bytes(data, size);
    if (const auto device = escl::capabilitiesFrom(bytes)) {
        static_cast<void>(escl::capabilitiesOf(*device));
        for (const ScanSource source : allScanSources) {
            ScanOptions options;
            options.source = source;
            options.brightness = 50;
            static_cast<void>(escl::settingsFor(options, *device));
        }
    }
    if (const auto status = escl::statusFrom(bytes))
        static_cast<void>(escl::feederError(*status));
    HttpAnswer answer(1 << 20);
    constexpr qsizetype piece = 100;
    bool good = true;
    for (qsizetype at = 0; at < bytes.size() && good; at += piece)
        good = answer.add(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at))).has_value();
    static_cast<void>(answer.end());
    return 0;
}
