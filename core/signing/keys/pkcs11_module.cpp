#include "signing/keys/pkcs11_module.h"

#include <QFileInfo>

namespace diakinisi::signing {

namespace {

constexpr CK_ULONG mostSlots = 64;

PinTries triesOf(CK_FLAGS flags)
{
    if ((flags & CKF_USER_PIN_LOCKED) != 0)
        return PinTries::None;
    if ((flags & CKF_USER_PIN_FINAL_TRY) != 0)
        return PinTries::Last;
    return (flags & CKF_USER_PIN_COUNT_LOW) != 0 ? PinTries::Few : PinTries::Enough;
}

int lengthOf(CK_ULONG said)
{
    constexpr CK_ULONG sensible = 255;
    return said <= sensible ? static_cast<int>(said) : 0; // CK_UNAVAILABLE_INFORMATION and the like
}

TokenFacts factsOf(const CK_TOKEN_INFO& info)
{
    TokenFacts facts;
    facts.label = paddedText(info.label, sizeof(info.label));
    facts.manufacturer = paddedText(info.manufacturerID, sizeof(info.manufacturerID));
    facts.model = paddedText(info.model, sizeof(info.model));
    facts.serial = paddedText(info.serialNumber, sizeof(info.serialNumber));
    facts.tries = triesOf(info.flags);
    facts.pinSet = (info.flags & CKF_USER_PIN_INITIALIZED) != 0 && (info.flags & CKF_USER_PIN_TO_BE_CHANGED) == 0;
    facts.onPad = (info.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
    facts.needsPin = (info.flags & CKF_LOGIN_REQUIRED) != 0;
    facts.shortestPin = lengthOf(info.ulMinPinLen);
    return facts;
}

} // namespace

QString paddedText(const unsigned char* text, std::size_t length)
{
    QString shown;
    for (const QChar c : QString::fromUtf8(reinterpret_cast<const char*>(text), static_cast<qsizetype>(length)))
        shown += c.isPrint() ? c : QChar(u' ');
    return shown.trimmed();
}

Pkcs11Module::Pkcs11Module(QString path) : m_path(std::move(path)), m_library(m_path)
{
    m_library.setLoadHints(QLibrary::PreventUnloadHint);
}

Result<std::shared_ptr<Pkcs11Module>> Pkcs11Module::load(const QString& path)
{
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::FileUnreadable, path);
    std::shared_ptr<Pkcs11Module> module(new Pkcs11Module(path));
    if (const Done begun = module->begin(); !begun)
        return fail(ErrorCode::TokenModuleFailed, path, begun.error().cause);
    return module;
}

Done Pkcs11Module::begin()
{
    if (!m_library.load())
        return fail(ErrorCode::TokenModuleFailed, {}, m_library.errorString());
    const auto get = reinterpret_cast<CK_C_GetFunctionList>(m_library.resolve("C_GetFunctionList"));
    if (!get)
        return fail(ErrorCode::TokenModuleFailed, {}, QStringLiteral("it has no C_GetFunctionList"));
    CK_FUNCTION_LIST* functions = nullptr;
    if (const CK_RV code = get(&functions); code != CKR_OK || !functions)
        return fail(pkcs11Error(code, "C_GetFunctionList"));
    if (functions->version.major != 2)
        return fail(ErrorCode::TokenModuleFailed, {}, QStringLiteral("it is of another version of PKCS #11"));
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    CK_RV code = functions->C_Initialize(&arguments);
    if (code == CKR_CANT_LOCK || code == CKR_ARGUMENTS_BAD)
        code = functions->C_Initialize(nullptr); // an old module: one thread at a time calls it anyway
    if (code != CKR_OK && code != CKR_CRYPTOKI_ALREADY_INITIALIZED)
        return fail(pkcs11Error(code, "C_Initialize"));
    m_functions = functions;
    m_ours = code == CKR_OK;
    readName();
    return {};
}

void Pkcs11Module::readName()
{
    CK_INFO info{};
    if (m_functions->C_GetInfo(&info) != CKR_OK)
        return;
    m_manufacturer = paddedText(info.manufacturerID, sizeof(info.manufacturerID));
    m_description = paddedText(info.libraryDescription, sizeof(info.libraryDescription));
    QStringList parts{m_manufacturer, m_description};
    parts.removeAll(QString());
    m_name = parts.join(QStringLiteral(": "));
}

Pkcs11Module::~Pkcs11Module()
{
    if (m_ours)
        m_functions->C_Finalize(nullptr);
}

Rv<TokenFacts> Pkcs11Module::token(CK_SLOT_ID slot) const
{
    CK_TOKEN_INFO info{};
    if (const CK_RV code = m_functions->C_GetTokenInfo(slot, &info); code != CKR_OK)
        return tl::unexpected(code);
    if ((info.flags & CKF_TOKEN_INITIALIZED) == 0)
        return tl::unexpected<CK_RV>(CKR_TOKEN_NOT_RECOGNIZED);
    TokenFacts facts = factsOf(info);
    facts.slotId = slot;
    CK_SLOT_INFO about{};
    if (m_functions->C_GetSlotInfo(slot, &about) == CKR_OK)
        facts.slot = paddedText(about.slotDescription, sizeof(about.slotDescription));
    return facts;
}

Result<std::vector<TokenFacts>> Pkcs11Module::tokens() const
{
    CK_SLOT_ID slots[mostSlots];
    CK_ULONG count = mostSlots;
    const CK_RV code = m_functions->C_GetSlotList(CK_TRUE, slots, &count);
    if (code != CKR_OK)
        return fail(pkcs11Error(code, "C_GetSlotList"));
    std::vector<TokenFacts> tokens;
    for (CK_ULONG i = 0; i < count && i < mostSlots; ++i) {
        const Rv<TokenFacts> facts = token(slots[i]);
        if (facts)
            tokens.push_back(*facts);
        else if (!isTokenGone(facts.error())) // pulled out in between: as if it had not been there
            return fail(pkcs11Error(facts.error(), "C_GetTokenInfo"));
    }
    return tokens;
}

} // namespace diakinisi::signing
