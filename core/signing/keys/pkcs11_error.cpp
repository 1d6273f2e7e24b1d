#include "signing/keys/pkcs11_functions.h"

#include <array>

namespace diakinisi::signing {

namespace {

struct Meaning {
    CK_RV code;
    const char* name;
    ErrorCode means;
};

// What is not here is a fault of the token or its module.
constexpr std::array meanings{
    Meaning{CKR_CANCEL, "CKR_CANCEL", ErrorCode::Cancelled},
    Meaning{CKR_FUNCTION_CANCELED, "CKR_FUNCTION_CANCELED", ErrorCode::Cancelled},
    Meaning{CKR_FUNCTION_REJECTED, "CKR_FUNCTION_REJECTED", ErrorCode::Cancelled},
    Meaning{CKR_PIN_INCORRECT, "CKR_PIN_INCORRECT", ErrorCode::PinWrong},
    Meaning{CKR_PIN_INVALID, "CKR_PIN_INVALID", ErrorCode::PinWrong},
    Meaning{CKR_PIN_LEN_RANGE, "CKR_PIN_LEN_RANGE", ErrorCode::PinWrong},
    Meaning{CKR_PIN_LOCKED, "CKR_PIN_LOCKED", ErrorCode::PinLocked},
    Meaning{CKR_PIN_EXPIRED, "CKR_PIN_EXPIRED", ErrorCode::PinToBeSet},
    Meaning{CKR_USER_PIN_NOT_INITIALIZED, "CKR_USER_PIN_NOT_INITIALIZED", ErrorCode::PinToBeSet},
    Meaning{CKR_DEVICE_REMOVED, "CKR_DEVICE_REMOVED", ErrorCode::TokenMissing},
    Meaning{CKR_TOKEN_NOT_PRESENT, "CKR_TOKEN_NOT_PRESENT", ErrorCode::TokenMissing},
    Meaning{CKR_TOKEN_NOT_RECOGNIZED, "CKR_TOKEN_NOT_RECOGNIZED", ErrorCode::TokenMissing},
    Meaning{CKR_SLOT_ID_INVALID, "CKR_SLOT_ID_INVALID", ErrorCode::TokenMissing},
    Meaning{CKR_KEY_FUNCTION_NOT_PERMITTED, "CKR_KEY_FUNCTION_NOT_PERMITTED", ErrorCode::CertificateUnsuitable},
    Meaning{CKR_MECHANISM_INVALID, "CKR_MECHANISM_INVALID", ErrorCode::NotSupported},
    Meaning{CKR_MECHANISM_PARAM_INVALID, "CKR_MECHANISM_PARAM_INVALID", ErrorCode::NotSupported},
    Meaning{CKR_CRYPTOKI_NOT_INITIALIZED, "CKR_CRYPTOKI_NOT_INITIALIZED", ErrorCode::TokenModuleFailed},
    Meaning{CKR_CANT_LOCK, "CKR_CANT_LOCK", ErrorCode::TokenModuleFailed},
    Meaning{CKR_ARGUMENTS_BAD, "CKR_ARGUMENTS_BAD", ErrorCode::TokenModuleFailed},
    Meaning{CKR_FUNCTION_NOT_SUPPORTED, "CKR_FUNCTION_NOT_SUPPORTED", ErrorCode::TokenModuleFailed},
    Meaning{CKR_DEVICE_ERROR, "CKR_DEVICE_ERROR", ErrorCode::TokenFailed},
    Meaning{CKR_DEVICE_MEMORY, "CKR_DEVICE_MEMORY", ErrorCode::TokenFailed},
    Meaning{CKR_HOST_MEMORY, "CKR_HOST_MEMORY", ErrorCode::TokenFailed},
    Meaning{CKR_GENERAL_ERROR, "CKR_GENERAL_ERROR", ErrorCode::TokenFailed},
    Meaning{CKR_FUNCTION_FAILED, "CKR_FUNCTION_FAILED", ErrorCode::TokenFailed},
    Meaning{CKR_SESSION_HANDLE_INVALID, "CKR_SESSION_HANDLE_INVALID", ErrorCode::TokenFailed},
    Meaning{CKR_SESSION_CLOSED, "CKR_SESSION_CLOSED", ErrorCode::TokenFailed},
    Meaning{CKR_SESSION_COUNT, "CKR_SESSION_COUNT", ErrorCode::TokenFailed},
    Meaning{CKR_USER_NOT_LOGGED_IN, "CKR_USER_NOT_LOGGED_IN", ErrorCode::TokenFailed},
    Meaning{CKR_USER_ANOTHER_ALREADY_LOGGED_IN, "CKR_USER_ANOTHER_ALREADY_LOGGED_IN", ErrorCode::TokenFailed},
    Meaning{CKR_OPERATION_ACTIVE, "CKR_OPERATION_ACTIVE", ErrorCode::TokenFailed},
    Meaning{CKR_KEY_HANDLE_INVALID, "CKR_KEY_HANDLE_INVALID", ErrorCode::TokenFailed},
    Meaning{CKR_BUFFER_TOO_SMALL, "CKR_BUFFER_TOO_SMALL", ErrorCode::TokenFailed},
};

} // namespace

Error pkcs11Error(CK_RV code, const char* call)
{
    const QString where = QString::fromLatin1(call) + QStringLiteral(": ");
    for (const Meaning& meaning : meanings)
        if (meaning.code == code)
            return {meaning.means, {}, where + QString::fromLatin1(meaning.name)};
    return {ErrorCode::TokenFailed, {}, where + QStringLiteral("CKR 0x") + QString::number(code, 16)};
}

bool isTokenGone(CK_RV code)
{
    return code == CKR_DEVICE_REMOVED || code == CKR_TOKEN_NOT_PRESENT || code == CKR_TOKEN_NOT_RECOGNIZED ||
           code == CKR_SLOT_ID_INVALID;
}

bool isSessionLost(CK_RV code)
{
    return code == CKR_SESSION_HANDLE_INVALID || code == CKR_SESSION_CLOSED || code == CKR_USER_NOT_LOGGED_IN ||
           code == CKR_KEY_HANDLE_INVALID || code == CKR_OBJECT_HANDLE_INVALID;
}

} // namespace diakinisi::signing
