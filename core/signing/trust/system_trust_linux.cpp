#include "signing/trust/trust_material.h"

#include <openssl/x509.h>

#include <QFileInfo>
#include <QSet>

namespace diakinisi::signing {

// Where OpenSSL looks, the environment first; Debian fills the folder with one file for each authority and one bundle.
Result<TrustMaterial> readSystemTrust()
{
    const auto place = [](const char* variable, const char* standard) {
        const QString said = qEnvironmentVariable(variable);
        return said.isEmpty() ? QString::fromLocal8Bit(standard) : said;
    };
    const QString folder = place(X509_get_default_cert_dir_env(), X509_get_default_cert_dir());
    for (const QString& bundle : {place(X509_get_default_cert_file_env(), X509_get_default_cert_file()),
                                  folder + QStringLiteral("/ca-certificates.crt")})
        if (QFileInfo(bundle).isFile())
            return readTrustFile(bundle);
    Result<TrustMaterial> found = readTrustFolder(folder);
    if (!found)
        return found;
    const QSet<QByteArray> each(found->anchors.begin(), found->anchors.end());
    found->anchors = QList<QByteArray>(each.begin(), each.end());
    return found;
}

} // namespace diakinisi::signing
