#include "ctl/terminal.h"

#include <windows.h>

namespace diakinisi::ctl {

Result<Secret> askSecret(const QString& question)
{
    const HANDLE input =
        ::CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr);
    DWORD shown = 0;
    if (input == INVALID_HANDLE_VALUE || !::GetConsoleMode(input, &shown))
        return fail(ErrorCode::NotSupported, QStringLiteral("PIN"),
                    QStringLiteral("there is no terminal to ask at: give --pin-file"));
    const HANDLE output = ::GetStdHandle(STD_ERROR_HANDLE);
    const std::wstring text = (question + QStringLiteral(": ")).toStdWString();
    DWORD count = 0;
    ::WriteConsoleW(output, text.c_str(), static_cast<DWORD>(text.size()), &count, nullptr);
    ::SetConsoleMode(input, shown & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    wchar_t typed[256] = {};
    ::ReadConsoleW(input, typed, 255, &count, nullptr);
    ::SetConsoleMode(input, shown);
    ::CloseHandle(input);
    QString line = QString::fromWCharArray(typed, static_cast<qsizetype>(count)).trimmed();
    ::SecureZeroMemory(typed, sizeof(typed));
    Secret secret(line.toUtf8());
    line.fill(u'\0');
    return secret;
}

} // namespace diakinisi::ctl
