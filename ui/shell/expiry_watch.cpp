#include "ui/shell/expiry_watch.h"

#include "ui/parts/preferences.h"
#include "ui/texts/format.h"
#include "ui/texts/key_texts.h"

#include <algorithm>

namespace diakinisi::ui {

namespace {

using namespace std::chrono_literals;

/// Which of the thresholds is reached; 0 for none.
qint64 reached(qint64 days)
{
    qint64 smallest = 0;
    for (const qint64 threshold : ExpiryWatch::thresholds)
        if (days <= threshold)
            smallest = threshold;
    return smallest;
}

} // namespace

ExpiryWatch::ExpiryWatch(const Context& context, QObject* parent) : QObject(parent), m_context(context)
{
    // Not while the windows open, and once for many changes: asking the devices takes them some seconds.
    m_soon.setSingleShot(true);
    m_soon.setInterval(3s);
    m_again.setInterval(1h);
    connect(&m_soon, &QTimer::timeout, this, &ExpiryWatch::look);
    connect(&m_again, &QTimer::timeout, this, &ExpiryWatch::look);
    connect(&m_context.desk, &desk::Desk::directoryChanged, this, [this] { m_soon.start(); }); // registered, or not now
    m_soon.start();
    m_again.start();
}

void ExpiryWatch::look()
{
    m_task.start(
        m_context.desk.lanes().token, [&signer = m_context.desk.signer()](std::stop_token) { return signer.keys(); },
        [this](const Result<std::vector<desk::KeyChoice>>& keys) {
            if (keys)
                take(*keys);
        });
}

void ExpiryWatch::take(const std::vector<desk::KeyChoice>& keys)
{
    std::optional<Warning> worst;
    const Instant now = m_context.clock.now();
    for (const desk::KeyChoice& key : keys) {
        const qint64 days = daysLeft(key.notAfter, now);
        const bool renewed = std::ranges::any_of(
            keys, [&](const desk::KeyChoice& other) { return other.registered && other.notAfter > key.notAfter; });
        if (!key.registered || renewed || reached(days) == 0 || dismissed(key.certificate, days))
            continue;
        if (!worst || days < worst->days)
            worst = Warning{key.name, days, key.certificate};
    }
    m_warning = worst;
    Q_EMIT changed();
}

bool ExpiryWatch::dismissed(const Sha256& certificate, qint64 days) const
{
    const QString today = isoDate(localDay(m_context.clock.now()));
    return m_context.preferences.dismissed(certificate.hex()) == QStringLiteral("%1 %2").arg(today).arg(reached(days));
}

void ExpiryWatch::dismiss()
{
    if (!m_warning)
        return;
    const QString today = isoDate(localDay(m_context.clock.now()));
    m_context.preferences.setDismissed(m_warning->certificate.hex(),
                                       QStringLiteral("%1 %2").arg(today).arg(reached(m_warning->days)));
    m_warning.reset();
    Q_EMIT changed();
    look(); // another one may be due
}

} // namespace diakinisi::ui
