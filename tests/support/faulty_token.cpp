// A PKCS #11 module over SoftHSM's that does what SoftHSM cannot: PIN tries running out, a PIN pad, a PIN for each
// signature, a token pulled out, a session lost, errors, hanging, crashing. What it shall do stands in the file that
// DIAKINISI_FAULTY_TOKEN names, one word a line, read at every call; what was asked of it goes into the same name with
// ".log". For tests only.
#include <p11-kit/pkcs11.h>

#include <dlfcn.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace {

CK_FUNCTION_LIST* real = nullptr;
CK_FUNCTION_LIST ours;
std::map<CK_SESSION_HANDLE, bool> waitsForPin; // an operation that has begun and wants its own login
std::string userPin;
int signatures = 0;
std::set<std::string> happened; // what happens once

std::string controlFile()
{
    const char* path = std::getenv("DIAKINISI_FAULTY_TOKEN");
    return path ? path : "";
}

/// The value of "word=value", "" for the word alone, or null.
const std::string* told(const char* word)
{
    static std::string value;
    std::ifstream file(controlFile());
    for (std::string line; std::getline(file, line);) {
        if (line == word)
            value.clear();
        else if (line.rfind(std::string(word) + "=", 0) == 0)
            value = line.substr(std::strlen(word) + 1);
        else
            continue;
        return &value;
    }
    return nullptr;
}

bool reached(const char* word)
{
    const std::string* count = told(word);
    return count && signatures >= std::atoi(count->c_str());
}

bool once(const char* word)
{
    return reached(word) && happened.insert(word).second;
}

bool pulledOut()
{
    return reached("removed-after");
}

void note(const std::string& what)
{
    if (const std::string path = controlFile(); !path.empty())
        std::ofstream(path + ".log", std::ios::app) << what << '\n';
}

CK_RV initialize(void* arguments)
{
    if (told("crash"))
        std::raise(SIGSEGV);
    signatures = 0;
    happened.clear();
    waitsForPin.clear();
    note("initialize");
    return real->C_Initialize(arguments);
}

CK_RV finalize(void* reserved)
{
    note("finalize");
    return real->C_Finalize(reserved);
}

CK_RV slotList(CK_BBOOL present, CK_SLOT_ID* slots, CK_ULONG* count)
{
    while (told("hang"))
        ::usleep(10'000);
    if (pulledOut() && present) {
        *count = 0;
        return CKR_OK;
    }
    return real->C_GetSlotList(present, slots, count);
}

CK_RV tokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO* info)
{
    if (pulledOut())
        return CKR_TOKEN_NOT_PRESENT;
    if (told("token-error"))
        return CKR_DEVICE_ERROR;
    const CK_RV code = real->C_GetTokenInfo(slot, info);
    if (told("count-low"))
        info->flags |= CKF_USER_PIN_COUNT_LOW;
    if (told("final-try"))
        info->flags |= CKF_USER_PIN_FINAL_TRY;
    if (told("locked"))
        info->flags |= CKF_USER_PIN_LOCKED;
    if (told("pin-to-be-changed"))
        info->flags |= CKF_USER_PIN_TO_BE_CHANGED;
    if (told("pad-pin") || told("pad-cancel"))
        info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
    return code;
}

CK_RV openSession(CK_SLOT_ID slot, CK_FLAGS flags, void* application, CK_NOTIFY notify, CK_SESSION_HANDLE* session)
{
    return pulledOut() ? CK_RV{CKR_TOKEN_NOT_PRESENT} : real->C_OpenSession(slot, flags, application, notify, session);
}

CK_RV loginForOperation(CK_SESSION_HANDLE session, const std::string& pin)
{
    if (!waitsForPin[session])
        return CKR_OPERATION_NOT_INITIALIZED;
    if (once("context-error-after"))
        return CKR_GENERAL_ERROR;
    const std::string* own = told("signature-pin"); // a PIN of its own for signatures
    if (once("context-wrong-after") || pin != (own ? *own : userPin))
        return CKR_PIN_INCORRECT;
    waitsForPin[session] = false;
    return CKR_OK;
}

CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR* pin, CK_ULONG length)
{
    note(user == CKU_USER ? "login" : "login for operation");
    if (pulledOut())
        return CKR_DEVICE_REMOVED;
    if (told("locked"))
        return CKR_PIN_LOCKED;
    if (told("pin-to-be-changed"))
        return CKR_PIN_EXPIRED;
    if (told("pad-cancel"))
        return CKR_FUNCTION_CANCELED;
    std::string typed(reinterpret_cast<const char*>(pin), pin ? length : 0);
    if (const std::string* onPad = told("pad-pin")) {
        if (pin)
            return CKR_ARGUMENTS_BAD; // nothing may be typed but at the pad
        typed = *onPad;
    }
    if (user == CKU_CONTEXT_SPECIFIC)
        return loginForOperation(session, typed);
    const CK_RV code =
        real->C_Login(session, user, reinterpret_cast<CK_UTF8CHAR*>(typed.data()), static_cast<CK_ULONG>(typed.size()));
    if (code == CKR_OK)
        userPin = typed;
    return code;
}

CK_RV logout(CK_SESSION_HANDLE session)
{
    note("logout");
    return real->C_Logout(session);
}

CK_RV attributes(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE* wanted, CK_ULONG count)
{
    const CK_RV code = real->C_GetAttributeValue(session, object, wanted, count);
    if (count == 1 && wanted->type == CKA_ALWAYS_AUTHENTICATE && told("always-authenticate")) {
        wanted->ulValueLen = sizeof(CK_BBOOL);
        if (wanted->pValue)
            *static_cast<CK_BBOOL*>(wanted->pValue) = CK_TRUE;
        return CKR_OK;
    }
    return code;
}

/// As when the reader's service was started anew: every session of the application is gone, its login too.
CK_RV loseSessions(CK_SESSION_HANDLE session)
{
    CK_SESSION_INFO info{};
    real->C_GetSessionInfo(session, &info);
    real->C_CloseAllSessions(info.slotID);
    return CKR_SESSION_HANDLE_INVALID;
}

CK_RV signInit(CK_SESSION_HANDLE session, CK_MECHANISM* mechanism, CK_OBJECT_HANDLE key)
{
    if (pulledOut())
        return CKR_DEVICE_REMOVED;
    if (once("session-lost-after"))
        return loseSessions(session);
    if (told("always-authenticate"))
        waitsForPin[session] = true;
    return real->C_SignInit(session, mechanism, key);
}

CK_RV sign(CK_SESSION_HANDLE session, CK_BYTE* data, CK_ULONG length, CK_BYTE* value, CK_ULONG* valueLength)
{
    if (waitsForPin[session])
        return CKR_USER_NOT_LOGGED_IN;
    if (once("device-error-after")) {
        real->C_Sign(session, data, length, value, valueLength); // ends the operation
        return CKR_DEVICE_ERROR;
    }
    const CK_RV code = real->C_Sign(session, data, length, value, valueLength);
    if (code == CKR_OK && value) {
        ++signatures;
        note("sign");
    }
    return code;
}

bool loadReal()
{
    for (const char* path : {"/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"}) {
        void* library = ::dlopen(path, RTLD_NOW | RTLD_LOCAL);
        const auto get =
            library ? reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList")) : nullptr;
        if (get && get(&real) == CKR_OK)
            return true;
    }
    return false;
}

} // namespace

extern "C" __attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST** list)
{
    if (!real && !loadReal())
        return CKR_GENERAL_ERROR;
    ours = *real;
    ours.C_Initialize = initialize;
    ours.C_Finalize = finalize;
    ours.C_GetSlotList = slotList;
    ours.C_GetTokenInfo = tokenInfo;
    ours.C_OpenSession = openSession;
    ours.C_Login = login;
    ours.C_Logout = logout;
    ours.C_GetAttributeValue = attributes;
    ours.C_SignInit = signInit;
    ours.C_Sign = sign;
    ours.C_GetFunctionList = C_GetFunctionList;
    *list = &ours;
    return CKR_OK;
}
