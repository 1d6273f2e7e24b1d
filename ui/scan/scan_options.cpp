#include "ui/scan/scan_options.h"

#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace diakinisi::ui {

namespace {

using scanning::ScanColour;
using scanning::ScanSource;

constexpr int byHand = 100; ///< in the source's field: both sides, the pile turned over in between
constexpr std::array usualResolutions{150, 200, 300, 400, 600};

template <class Enum>
QVariant number(Enum value)
{
    return static_cast<int>(value);
}

void chooseData(QComboBox* combo, const QVariant& data)
{
    combo->setCurrentIndex(qMax(0, combo->findData(data)));
}

} // namespace

ScanOptions::ScanOptions(QWidget* parent)
    : QWidget(parent),
      m_scanner(combo()),
      m_source(combo()),
      m_colour(combo()),
      m_dpi(combo()),
      m_split(combo()),
      m_blank(new QCheckBox(this)),
      m_name(new QLineEdit(this)),
      m_keep(new QPushButton(this))
{
    m_base.leaveOutBlank = true;
    arrange();
    connect(m_scanner, &QComboBox::activated, this, [this] { Q_EMIT scannerChosen(scanner()); });
    connect(m_blank, &QCheckBox::toggled, this, &ScanOptions::changed);
    connect(m_keep, &QPushButton::clicked, this, [this] { Q_EMIT keepWanted(profile()); });
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_keep->setEnabled(!m_name->text().trimmed().isEmpty()); });
    m_keep->setEnabled(false);
    translated(this, [this] { retranslate(); });
    setProfile(m_base);
}

QComboBox* ScanOptions::combo()
{
    auto* combo = new QComboBox(this);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    connect(combo, &QComboBox::activated, this, &ScanOptions::changed);
    return combo;
}

void ScanOptions::arrange()
{
    auto* grid = new QGridLayout(this);
    const int wide = gap(this) * 2;
    grid->setContentsMargins(wide, gap(this), wide, gap(this));
    grid->setHorizontalSpacing(wide);
    grid->setVerticalSpacing(gap(this));
    const auto put = [&](QWidget* field, int row, int column) {
        auto* label = new QLabel(this);
        label->setBuddy(field);
        m_labels.emplace_back(label, field);
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1);
        grid->setColumnStretch(column + 1, 1);
    };
    put(m_scanner, 0, 0);
    put(m_source, 0, 2);
    put(m_colour, 1, 0);
    put(m_dpi, 1, 2);
    put(m_split, 2, 0);
    grid->addWidget(m_blank, 2, 2, 1, 2);
    put(m_name, 3, 0);
    grid->addWidget(m_keep, 3, 2, 1, 2, Qt::AlignLeft);
}

void ScanOptions::setScanners(const std::vector<desk::ScannerChoice>& scanners)
{
    const QString kept = m_base.scanner;
    m_scanner->clear();
    for (const desk::ScannerChoice& scanner : scanners)
        m_scanner->addItem(scanner.name, scanner.id);
    chooseData(m_scanner, kept);
}

void ScanOptions::setCapabilities(const scanning::ScannerCapabilities& capabilities)
{
    const scanning::ScanProfile kept = profile();
    m_can = capabilities;
    retranslate();
    setProfile(kept);
}

QString ScanOptions::scanner() const
{
    return m_scanner->currentData().toString();
}

scanning::ScanProfile ScanOptions::profile() const
{
    scanning::ScanProfile profile = m_base;
    profile.name = m_name->text().trimmed();
    profile.scanner = scanner();
    const int source = m_source->currentData().toInt();
    profile.manualDuplex = source == byHand;
    profile.source = profile.manualDuplex ? ScanSource::Feeder : static_cast<ScanSource>(source);
    profile.colour = static_cast<ScanColour>(m_colour->currentData().toInt());
    profile.dpi = m_dpi->currentData().toInt();
    profile.leaveOutBlank = m_blank->isChecked();
    return profile;
}

void ScanOptions::setProfile(const scanning::ScanProfile& profile)
{
    m_base = profile;
    const QSignalBlocker quiet(m_blank);
    m_name->setText(profile.name);
    if (!profile.scanner.isEmpty())
        chooseData(m_scanner, profile.scanner);
    chooseData(m_source, profile.manualDuplex ? QVariant(byHand) : number(profile.source));
    chooseData(m_colour, number(profile.colour));
    chooseData(m_dpi, profile.dpi);
    m_blank->setChecked(profile.leaveOutBlank);
}

imaging::Separator ScanOptions::separator() const
{
    return static_cast<imaging::Separator>(m_split->currentData().toInt());
}

void ScanOptions::retranslate()
{
    const auto fill = [](QComboBox* combo, const std::vector<std::pair<QString, QVariant>>& items) {
        const QVariant kept = combo->currentData();
        combo->clear();
        for (const auto& [words, value] : items)
            combo->addItem(words, value);
        chooseData(combo, kept);
    };
    const auto can = [](const auto& some, auto value) { return some.empty() || std::ranges::count(some, value) > 0; };
    std::vector<std::pair<QString, QVariant>> items;
    const auto add = [&](bool possible, const QString& words, const QVariant& value) {
        if (possible)
            items.emplace_back(words, value);
    };
    add(can(m_can.sources, ScanSource::Flatbed), tr("Glass"), number(ScanSource::Flatbed));
    add(can(m_can.sources, ScanSource::Feeder), tr("Feeder, one side"), number(ScanSource::Feeder));
    add(can(m_can.sources, ScanSource::FeederDuplex), tr("Feeder, both sides"), number(ScanSource::FeederDuplex));
    add(can(m_can.sources, ScanSource::Feeder), tr("Feeder, both sides by turning the pile"), byHand);
    fill(m_source, std::exchange(items, {}));
    add(can(m_can.colours, ScanColour::Gray), tr("Gray"), number(ScanColour::Gray));
    add(can(m_can.colours, ScanColour::Colour), tr("Colour"), number(ScanColour::Colour));
    add(can(m_can.colours, ScanColour::LineArt), tr("Black and white"), number(ScanColour::LineArt));
    fill(m_colour, std::exchange(items, {}));
    for (const int dpi : usualResolutions)
        add(can(m_can.resolutions, dpi), tr("%1 dpi").arg(dpi), dpi);
    fill(m_dpi, std::exchange(items, {}));
    fill(m_split, {{tr("One document"), number(imaging::Separator::None)},
                   {tr("Split at blank sheets"), number(imaging::Separator::Blank)},
                   {tr("Split at barcodes"), number(imaging::Separator::Barcode)}});
    const QStringList words{tr("Scanner"), tr("Source"), tr("Colours"), tr("Resolution"), tr("Pile"), tr("Keep as")};
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i].first->setText(words[static_cast<qsizetype>(i)]);
        m_labels[i].second->setAccessibleName(words[static_cast<qsizetype>(i)]);
    }
    m_blank->setText(tr("Leave blank pages out"));
    m_blank->setAccessibleName(m_blank->text());
    m_name->setPlaceholderText(tr("Name of a profile"));
    m_keep->setText(tr("Keep profile"));
    m_keep->setAccessibleName(m_keep->text());
}

} // namespace diakinisi::ui
