#pragma once
#include <QByteArray>

/// The certificates that the kept OCSP answer and CRL are about; their keys were thrown away.
namespace diakinisi::fuzzed {

/// Self-signed, P-256.
inline const char issuerText[] =
    "MIIBljCCATugAwIBAgIUIIeW/OALKERojQktWfvxNWKz3ZUwCgYIKoZIzj0EAwIwHzEQMA4GA1UEAwwHU2VlZCBDQTELMAkGA1UE"
    "BhMCR1IwIBcNMjYxMTI0MTAzMTA0WhgPMjA1MTA3MTYxMDMxMDRaMB8xEDAOBgNVBAMMB1NlZWQgQ0ExCzAJBgNVBAYTAkdSMFkw"
    "EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEuH2bwa676g3q6SNwMrf/fFcU9I40ULKCrTHihV9z/0vmujhfsLL9T2pTsyk3AWIuggla"
    "XI/H+vqhDaJj/dckj6NTMFEwHQYDVR0OBBYEFG3gqZgp9yfghz/P9OCOO51lBa47MB8GA1UdIwQYMBaAFG3gqZgp9yfghz/P9OCO"
    "O51lBa47MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAM8cuPDM80wiF8A1QdCekvjSDdMxPz5HYC2Bq77OWTNE"
    "AiEAjYM/0iuZvFMFExn1s+bmguWA/Jr68waPs0Zp/7EB70E=";

/// Serial number 77, issued by it.
inline const char certificateText[] =
    "MIIBKDCB0AIBTTAKBggqhkjOPQQDAjAfMRAwDgYDVQQDDAdTZWVkIENBMQswCQYDVQQGEwJHUjAgFw0yNjExMjQxMDMxMDRaGA8y"
    "MDUxMDcxNjEwMzEwNFowITESMBAGA1UEAwwJU2VlZCBMZWFmMQswCQYDVQQGEwJHUjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA"
    "BKKmUt6W+sREUGoV7dFrFHW+8V7pdegFOugFXG4238CtWmRorvoV1C36F1Et1cecXSYSBUkHagJdAwvpUjjNd7gwCgYIKoZIzj0E"
    "AwIDRwAwRAIgN5qPTF8ou/ix51NVq026K7PdFht6vymWBq/e+6JB6bsCIEA0D7ERL37GWvFJnXdbRCki/omhKQVcbTYBrh3hC8Ei";

inline QByteArray issuer()
{
    return QByteArray::fromBase64(issuerText);
}

inline QByteArray certificate()
{
    return QByteArray::fromBase64(certificateText);
}

} // namespace diakinisi::fuzzed
