#include "ctl/terminal.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace diakinisi::ctl {

Result<Secret> askSecret(const QString& question)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    termios shown{};
    if (terminal < 0 || ::tcgetattr(terminal, &shown) != 0) {
        if (terminal >= 0)
            ::close(terminal);
        return fail(ErrorCode::NotSupported, QStringLiteral("PIN"),
                    QStringLiteral("there is no terminal to ask at: give --pin-file"));
    }
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(terminal, TCSAFLUSH, &hidden);
    const QByteArray text = question.toUtf8() + ": ";
    [[maybe_unused]] const ssize_t asked = ::write(terminal, text.constData(), static_cast<std::size_t>(text.size()));
    QByteArray typed;
    typed.reserve(256); // never grows, so that no copy of the secret is left behind
    char c = 0;
    while (typed.size() < 255 && ::read(terminal, &c, 1) == 1 && c != '\n' && c != '\r')
        typed += c;
    ::tcsetattr(terminal, TCSAFLUSH, &shown);
    [[maybe_unused]] const ssize_t ended = ::write(terminal, "\n", 1);
    ::close(terminal);
    return Secret(std::move(typed));
}

} // namespace diakinisi::ctl
