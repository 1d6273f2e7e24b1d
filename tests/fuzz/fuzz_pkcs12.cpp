#include "fuzzed.h"

#include "signing/keys/pkcs12_key.h"

using namespace diakinisi;

/// A key file that somebody brings; and, as it is DER too, a certificate.
int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = fuzzed::bytes(data, size);
    static_cast<void>(signing::Pkcs12Key::fromBytes(bytes, Secret(QByteArray("1234"))));
    static_cast<void>(signing::readCertificate(bytes));
    return 0;
}
