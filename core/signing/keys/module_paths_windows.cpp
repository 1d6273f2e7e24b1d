#include "signing/keys/module_paths.h"

#include <QDir>
#include <QProcessEnvironment>

namespace diakinisi::signing {

QStringList knownModulePaths()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString system =
        QDir::fromNativeSeparators(environment.value(QStringLiteral("SystemRoot"), QStringLiteral("C:\\Windows")) +
                                   QStringLiteral("\\System32\\"));
    const QString programs = QDir::fromNativeSeparators(
        environment.value(QStringLiteral("ProgramFiles"), QStringLiteral("C:\\Program Files")) + u'\\');
    return {
        system + QStringLiteral("IDPrimePKCS11.dll"),
        programs + QStringLiteral("Gemalto/IDGo 800 PKCS#11/IDPrimePKCS1164.dll"),
        system + QStringLiteral("eTPKCS11.dll"), // SafeNet Authentication Client
        programs + QStringLiteral("Oberthur Technologies/AWP/DLLs/OcsCryptoki.dll"),
        system + QStringLiteral("OcsCryptoki.dll"), // IDEMIA/Oberthur AWP
        system + QStringLiteral("bit4xpki.dll"),    // Bit4id Universal Middleware
        system + QStringLiteral("bit4ipki.dll"),
        system + QStringLiteral("bit4opki.dll"),
        programs + QStringLiteral("OpenSC Project/OpenSC/pkcs11/opensc-pkcs11.dll"),
    };
}

} // namespace diakinisi::signing
