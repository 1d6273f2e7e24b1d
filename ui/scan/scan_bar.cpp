#include "ui/scan/scan_bar.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/preferences.h"
#include "ui/parts/translated.h"
#include "ui/scan/pile_work.h"
#include "ui/scan/scan_options.h"

#include <QComboBox>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace diakinisi::ui {

ScanBar::ScanBar(const Context& context, PileWork& work, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_work(work),
      m_scan(new QPushButton(icon(QStringLiteral("scan")), QString(), this)),
      m_stop(new QPushButton(icon(QStringLiteral("close")), QString(), this)),
      m_profile(new QComboBox(this)),
      m_more(new QToolButton(this)),
      m_state(new QLabel(this)),
      m_options(new ScanOptions(this))
{
    m_more->setIcon(icon(QStringLiteral("settings")));
    m_more->setCheckable(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_profile->setMinimumContentsLength(14);
    m_stop->hide();
    m_state->hide();
    m_options->hide();
    arrange();
    connectParts();
    translated(this, [this] {
        fillProfiles();
        retranslate();
    });
    m_reading.start(
        m_context.desk.lanes().read,
        [&scanning = m_context.desk.scanning()](std::stop_token) { return scanning.profiles(); },
        [this](const desk::ScanProfiles& known) {
            m_kept = known.profiles;
            fillProfiles();
            for (std::size_t i = 0; i < m_kept.size(); ++i)
                if (m_kept[i].name == known.chosen)
                    useProfile(static_cast<int>(i));
            if (known.trouble)
                Q_EMIT failed(*known.trouble);
        });
    findScanners();
}

void ScanBar::arrange()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(gap(this));
    row->addWidget(m_scan);
    row->addWidget(m_stop);
    row->addWidget(m_profile, 1);
    row->addWidget(m_more);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this));
    column->addLayout(row);
    column->addWidget(m_state);
}

void ScanBar::connectParts()
{
    connect(m_scan, &QPushButton::clicked, this, &ScanBar::scan);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_work.stopScanning(); });
    connect(m_more, &QToolButton::toggled, m_options, &QWidget::setVisible);
    connect(m_profile, &QComboBox::activated, this, &ScanBar::useProfile);
    connect(m_options, &ScanOptions::scannerChosen, this, [this](const QString& id) {
        m_context.preferences.setScanner(id);
        findCapabilities();
    });
    connect(m_options, &ScanOptions::keepWanted, this, &ScanBar::keepProfile);
    connect(m_options, &ScanOptions::changed, this, [this] {
        const scanning::ScanProfile now = m_options->profile();
        m_work.splitAt(m_options->separator(), now.leaveOutBlank);
    });
    connect(&m_work, &PileWork::scanEnded, this, &ScanBar::ended);
    connect(&m_work, &PileWork::changed, this, [this] {
        if (m_work.pile().isNull() && !m_work.isScanning()) {
            m_next = Next::Scan;
            m_came = 0;
        }
        retranslate();
    });
}

void ScanBar::findScanners()
{
    m_looking.start(
        m_context.desk.lanes().scanner,
        [&scanning = m_context.desk.scanning()](std::stop_token stop) { return scanning.scanners(stop); },
        [this](const Result<std::vector<desk::ScannerChoice>>& scanners) {
            m_scanners = scanners.value_or(std::vector<desk::ScannerChoice>());
            scanning::ScanProfile now = m_options->profile();
            now.scanner = m_context.preferences.scanner();
            m_options->setProfile(now);
            m_options->setScanners(m_scanners);
            findCapabilities();
            if (std::exchange(m_scanWhenFound, false))
                scan();
        });
}

void ScanBar::findCapabilities()
{
    if (m_options->scanner().isEmpty())
        return;
    m_asking.start(
        m_context.desk.lanes().scanner,
        [&scanning = m_context.desk.scanning(), id = m_options->scanner()](std::stop_token stop) {
            return scanning.capabilities(id, stop);
        },
        [this](const Result<scanning::ScannerCapabilities>& can) {
            if (can)
                m_options->setCapabilities(*can);
        });
}

std::vector<scanning::ScanProfile> ScanBar::usual() const
{
    scanning::ScanProfile glass;
    glass.name = tr("Glass, gray");
    glass.leaveOutBlank = true;
    scanning::ScanProfile feeder = glass;
    feeder.name = tr("Feeder, gray, one side");
    feeder.source = scanning::ScanSource::Feeder;
    scanning::ScanProfile both = feeder;
    both.name = tr("Feeder, gray, both sides");
    both.source = scanning::ScanSource::FeederDuplex;
    scanning::ScanProfile colour = glass;
    colour.name = tr("Glass, colour");
    colour.colour = scanning::ScanColour::Colour;
    return {glass, feeder, both, colour};
}

void ScanBar::fillProfiles()
{
    const int kept = m_profile->currentIndex();
    m_profiles = m_kept;
    for (scanning::ScanProfile& profile : usual())
        m_profiles.push_back(std::move(profile));
    m_profile->clear();
    for (const scanning::ScanProfile& profile : m_profiles)
        m_profile->addItem(profile.name);
    m_profile->setCurrentIndex(qBound(0, kept, m_profile->count() - 1));
}

void ScanBar::useProfile(int index)
{
    scanning::ScanProfile profile = m_profiles[static_cast<std::size_t>(index)];
    m_profile->setCurrentIndex(index);
    const bool known = std::ranges::count(m_scanners, profile.scanner, &desk::ScannerChoice::id) > 0;
    if (!known)
        profile.scanner = m_options->scanner();
    const bool own = index < static_cast<int>(m_kept.size());
    if (!own)
        profile.name.clear();
    m_options->setProfile(profile);
    m_work.splitAt(m_options->separator(), profile.leaveOutBlank);
    m_next = Next::Scan;
    retranslate();
    findCapabilities();
    m_keeping.start(
        m_context.desk.lanes().store,
        [&scanning = m_context.desk.scanning(), kept = m_kept, name = profile.name](std::stop_token) {
            return scanning.keepProfiles(kept, name);
        },
        [](const Done&) {}); // the choice is only a convenience
}

void ScanBar::keepProfile(const scanning::ScanProfile& profile)
{
    std::erase_if(m_kept, [&](const auto& each) { return each.name == profile.name; });
    m_kept.insert(m_kept.begin(), profile);
    m_keeping.start(
        m_context.desk.lanes().store,
        [&scanning = m_context.desk.scanning(), kept = m_kept, name = profile.name](std::stop_token) {
            return scanning.keepProfiles(kept, name);
        },
        [this](const Done& done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
    fillProfiles();
    m_profile->setCurrentIndex(0);
}

void ScanBar::scan()
{
    if (m_work.isScanning())
        return;
    if (m_looking.running()) {
        m_scanWhenFound = true;
        return;
    }
    if (m_scanners.empty()) {
        Q_EMIT failed({ErrorCode::ScannerMissing, {}, {}});
        findScanners();
        return;
    }
    const scanning::ScanProfile profile = m_options->profile();
    m_work.splitAt(m_options->separator(), profile.leaveOutBlank);
    if (m_next == Next::Backs)
        m_turn = desk::ScanTurn::Backs;
    else if (m_next == Next::Scan)
        m_turn = profile.manualDuplex ? desk::ScanTurn::Fronts : desk::ScanTurn::Pages;
    m_work.scan(profile, m_turn);
}

void ScanBar::ended(int pages, bool good)
{
    m_came = pages;
    m_next = !good ? Next::GoOn : m_turn == desk::ScanTurn::Fronts ? Next::Backs : Next::Scan;
    if (!good && m_work.pages().isEmpty())
        m_next = Next::Scan; // nothing came: simply again
    retranslate();
}

QWidget* ScanBar::options()
{
    return m_options;
}

void ScanBar::showOptions(bool shown)
{
    m_more->setChecked(shown);
}

void ScanBar::retranslate()
{
    const auto name = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    const int next = static_cast<int>(m_work.pages().size()) + 1;
    const bool scanning = m_work.isScanning();
    if (m_next == Next::Backs)
        name(m_scan, tr("Scan the backs"), tr("Turn the pile over as it lies in the tray (Ctrl+L)"));
    else if (m_next == Next::GoOn)
        name(m_scan, tr("Go on from page %1").arg(next), tr("Behind the pages that are here (Ctrl+L)"));
    else
        name(m_scan, tr("Scan"), tr("Scan with this profile (Ctrl+L, or Space among the pages)"));
    name(m_stop, tr("Stop"), tr("Stop scanning; the pages that came stay"));
    m_scan->setEnabled(!scanning);
    m_stop->setVisible(scanning);
    m_profile->setAccessibleName(tr("Scan profile"));
    m_profile->setToolTip(tr("Scan profile"));
    m_more->setAccessibleName(tr("Scan options"));
    m_more->setToolTip(tr("Scan options"));
    m_state->setText(scanning                ? tr("Scanning; %n page(s) here", nullptr, next - 1)
                     : m_next == Next::Backs ? tr("%n front(s) here. Turn the pile over.", nullptr, m_came)
                     : m_next == Next::GoOn  ? tr("%n page(s) here are safe.", nullptr, next - 1)
                                             : QString());
    m_state->setVisible(!m_state->text().isEmpty());
}

} // namespace diakinisi::ui
