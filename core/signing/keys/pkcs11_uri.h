#pragma once
#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace diakinisi::signing {

/// A PKCS #11 URI (RFC 7512): which token and which objects on it are meant. What is not said matches anything.
struct Pkcs11Uri {
    std::optional<QString> token{}; ///< CK_TOKEN_INFO: label
    std::optional<QString> manufacturer{};
    std::optional<QString> serial{};
    std::optional<QString> model{};
    std::optional<QString> libraryManufacturer{};
    std::optional<QString> libraryDescription{};
    std::optional<QString> slotManufacturer{};
    std::optional<QString> slotDescription{};
    std::optional<quint64> slotId{};
    std::optional<QString> object{}; ///< CKA_LABEL
    std::optional<QByteArray> id{};  ///< CKA_ID
    QString moduleName{};            ///< without "lib" and without extension
    QString modulePath{};
    QString pinFile{}; ///< from pin-source; a local file

    friend bool operator==(const Pkcs11Uri&, const Pkcs11Uri&) = default;

    /// The shortest text that says the same.
    QString toString() const;
};

/// FieldInvalid, with what is wrong as subject: bad spelling, an attribute twice, pin-value (a secret in an argument is
/// seen by others; give pin-source=file:...), a pin-source that is no local file, a type other than cert or private.
/// NotSupported: an attribute of the path that is not known here, which must not match anything (RFC 7512, 2.3).
Result<Pkcs11Uri> parsePkcs11Uri(const QString& text);

} // namespace diakinisi::signing
