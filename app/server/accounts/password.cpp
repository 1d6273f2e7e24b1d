#include "server/accounts/password.h"

#include <QString>

#include <argon2.h>

namespace diakinisi::server {
namespace {

constexpr std::uint32_t passes = 2;
constexpr std::uint32_t kibibytes = 19'456;
constexpr std::uint32_t lanes = 1;
constexpr std::size_t saltBytes = 16;
constexpr std::size_t hashBytes = 32;
constexpr qsizetype shortest = 10;
constexpr qsizetype longest = 1'024;

} // namespace

Result<QByteArray> hashPassword(const Secret& password, RandomSource& random)
{
    const QByteArray salt = random.bytes(saltBytes);
    QByteArray encoded(
        static_cast<qsizetype>(argon2_encodedlen(passes, kibibytes, lanes, saltBytes, hashBytes, Argon2_id)), '\0');
    const int code = argon2id_hash_encoded(passes, kibibytes, lanes, password.view().data(),
                                           static_cast<std::size_t>(password.size()), salt.constData(), saltBytes,
                                           hashBytes, encoded.data(), static_cast<std::size_t>(encoded.size()));
    if (code != ARGON2_OK)
        return fail(ErrorCode::InternalFault, {}, QString::fromLatin1(argon2_error_message(code)));
    encoded.truncate(encoded.indexOf('\0'));
    return encoded;
}

bool fitsPassword(const Secret& password, const QByteArray& hash)
{
    return password.size() <= longest && argon2id_verify(hash.constData(), password.view().data(),
                                                         static_cast<std::size_t>(password.size())) == ARGON2_OK;
}

Done acceptablePassword(const Secret& password)
{
    if (password.size() < shortest || password.size() > longest)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("password"), QStringLiteral("10 to 1024 bytes"));
    return {};
}

} // namespace diakinisi::server
