#pragma once
#include "desk/signer.h"
#include "ui/parts/context.h"

#include <QTimer>

#include <array>

namespace diakinisi::ui {

/// Warns that a certificate of this person's ends soon: from 30, 15 and 7 days on, once a day, until dismissed for the
/// day. Looks by itself, in the background.
class ExpiryWatch : public QObject
{
    Q_OBJECT

public:
    struct Warning {
        QString name;
        qint64 days = 0;
        Sha256 certificate;
    };
    static constexpr std::array<qint64, 3> thresholds{30, 15, 7};

    explicit ExpiryWatch(const Context& context, QObject* parent = nullptr);

    /// Reads the keys now; again by itself as the days go on.
    void look();
    /// The most urgent one that was not dismissed today.
    const std::optional<Warning>& warning() const { return m_warning; }
    void dismiss();

Q_SIGNALS:
    void changed();

private:
    void take(const std::vector<desk::KeyChoice>& keys);
    bool dismissed(const Sha256& certificate, qint64 days) const;

    Context m_context;
    QTimer m_soon;
    QTimer m_again;
    std::optional<Warning> m_warning;
    Task<Result<std::vector<desk::KeyChoice>>> m_task;
};

} // namespace diakinisi::ui
