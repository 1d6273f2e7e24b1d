#pragma once
#include <QByteArray>

/// The certificates that the kept OCSP answers (of `openssl ocsp`) and CRLs (of `openssl ca`) are about, one of each
/// kind; their keys were thrown away.
namespace diakinisi::fuzzed {

/// Self-signed, P-256.
inline const char issuerText[] =
    "MIIBlTCCATugAwIBAgIUZQ7DY9+DUXmawDlrv0A0KQWBXVIwCgYIKoZIzj0EAwIwHzEQMA4GA1UEAwwHU2VlZCBDQTELMAkGA1UE"
    "BhMCR1IwIBcNMjYxMTI0MTMwNDAwWhgPMjA1MTA3MTYxMzA0MDBaMB8xEDAOBgNVBAMMB1NlZWQgQ0ExCzAJBgNVBAYTAkdSMFkw"
    "EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAExR4E3RPHU42LUNF9TGFlnx3X9GHK1/k2RyCeg+LpAkX18Bm3zYRRZjZfMdYrbuw1e9Xu"
    "fUXrCVnTcAFPVeJOP6NTMFEwHQYDVR0OBBYEFBp5fICHtVLezf8JQgnCSbEImhgHMB8GA1UdIwQYMBaAFBp5fICHtVLezf8JQgnC"
    "SbEImhgHMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAJNgL72cPbHmIgHwiQSmRMImZszSS3/wAt10bEP42rgz"
    "AiAjtxnaEQi/5qMWAGqwzSnPZ4PNdBf+AxGDxs25TCF/Xw==";

/// Serial number 77, issued by it.
inline const char certificateText[] =
    "MIIB7zCCAZagAwIBAgIBTTAKBggqhkjOPQQDAjAfMRAwDgYDVQQDDAdTZWVkIENBMQswCQYDVQQGEwJHUjAgFw0yNjExMjQxMzA0"
    "MDBaGA8yMDUxMDcxNjEzMDQwMFowITESMBAGA1UEAwwJU2VlZCBMZWFmMQswCQYDVQQGEwJHUjBZMBMGByqGSM49AgEGCCqGSM49"
    "AwEHA0IABGhfmJKc376N70KeMX8VWqTNn5bvwm99eH+iyRAqlA4DboftJVMBYGV1no7LbbVwn5Ll1Ss81dJeMM9/vU5as8ajgb4w"
    "gbswDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCBkAwHwYDVR0jBBgwFoAUGnl8gIe1Ut7N/wlCCcJJsQiaGAcwKAYDVR0fBCEw"
    "HzAdoBugGYYXaHR0cDovL2EuZXhhbXBsZS9jYS5jcmwwMQYIKwYBBQUHAQEEJTAjMCEGCCsGAQUFBzABhhVodHRwOi8vYS5leGFt"
    "cGxlL29jc3AwHQYDVR0OBBYEFKHPEHwv6WPzHHiZvsGgnzLMqkCiMAoGCCqGSM49BAMCA0cAMEQCIGYd5a+01hN+3oFPueWcXYAm"
    "PThQ9ia7Yc/c810I++UEAiAy5YDUtp6Z5oR1MGXRs1fpkGxNzNwjq9jVxZmPscuegg==";

inline QByteArray issuer()
{
    return QByteArray::fromBase64(issuerText);
}

inline QByteArray certificate()
{
    return QByteArray::fromBase64(certificateText);
}

} // namespace diakinisi::fuzzed
