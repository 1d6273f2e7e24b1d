#include "signing/keys/module_paths.h"

namespace diakinisi::signing {

QStringList knownModulePaths()
{
    const QStringList folders{QStringLiteral("/usr/lib/"),
                              QStringLiteral("/usr/lib64/"),
                              QStringLiteral("/usr/lib/x86_64-linux-gnu/"),
                              QStringLiteral("/usr/lib/x86_64-linux-gnu/pkcs11/"),
                              QStringLiteral("/usr/lib/pkcs11/"),
                              QStringLiteral("/usr/lib/bit4id/"),
                              QStringLiteral("/usr/local/lib/"),
                              QStringLiteral("/usr/local/AWP/lib/"),
                              QStringLiteral("/usr/lib/AWP/")};
    const QStringList files{
        QStringLiteral("libIDPrimePKCS11.so"), // SafeNet/Gemalto/Thales IDPrime
        QStringLiteral("libeTPkcs11.so"),      // SafeNet Authentication Client
        QStringLiteral("libOcsCryptoki.so"),   // IDEMIA/Oberthur AWP
        QStringLiteral("libbit4xpki.so"),      // Bit4id Universal Middleware
        QStringLiteral("libbit4ipki.so"),      QStringLiteral("libbit4opki.so"),
        QStringLiteral("opensc-pkcs11.so"),    QStringLiteral("p11-kit-proxy.so"),
    };
    QStringList paths;
    for (const QString& file : files)
        for (const QString& folder : folders)
            paths += folder + file;
    return paths;
}

} // namespace diakinisi::signing
