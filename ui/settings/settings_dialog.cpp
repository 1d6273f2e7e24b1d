#include "ui/settings/settings_dialog.h"

#include "desk/directory.h"
#include "desk/session.h"
#include "desk/signer.h"
#include "ui/parts/metrics.h"
#include "ui/parts/preferences.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/settings/copier_row.h"
#include "ui/settings/device_page.h"
#include "ui/texts/format.h"
#include "ui/texts/language.h"
#include "ui/texts/words.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace diakinisi::ui {

SettingsDialog::SettingsDialog(const Context& context, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_tabs(new QTabWidget(this)),
      m_device(new DevicePage(context, this)),
      m_language(new QComboBox(this)),
      m_theme(new QComboBox(this)),
      m_languageLabel(new QLabel(this)),
      m_themeLabel(new QLabel(this)),
      m_copier(new CopierRow(context, this)),
      m_copierLabel(new QLabel(this)),
      m_scale(textLabel(this)),
      m_server(textLabel(this)),
      m_person(textLabel(this)),
      m_keys(textLabel(this)),
      m_about(textLabel(this)),
      m_close(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeGeneral(), QString());
    m_tabs->addTab(m_device, QString());
    auto* column = new QVBoxLayout(this);
    margins(column, this, 3);
    column->setSpacing(gap(this) * 2);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_tabs->currentWidget() == m_device)
            m_device->examine();
    });
    translated(this, [this] { retranslate(); });
    resize(characters(this, 120), qMax(sizeHint().height(), lines(this, 30)));
    showKeys();
}

QWidget* SettingsDialog::makeGeneral()
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    margins(form, this, 2);
    form->setHorizontalSpacing(gap(this) * 4);
    form->setVerticalSpacing(gap(this) * 2);
    form->setLabelAlignment(Qt::AlignLeft);
    addChoices(form);
    addFacts(form);
    return page;
}

void SettingsDialog::showDevice()
{
    m_tabs->setCurrentWidget(m_device);
}

void SettingsDialog::addChoices(QFormLayout* form)
{
    m_language->addItem(QStringLiteral("Ελληνικά"), QStringLiteral("el"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->setCurrentIndex(m_language->findData(m_context.language.code()));
    for (const QString& name : Theme::names())
        m_theme->addItem(QString(), name);
    m_theme->setCurrentIndex(m_theme->findData(m_context.theme.name()));
    m_languageLabel->setBuddy(m_language);
    m_themeLabel->setBuddy(m_theme);
    form->addRow(m_languageLabel, m_language);
    form->addRow(m_themeLabel, m_theme);
    m_copierLabel->setBuddy(m_copier->field());
    form->addRow(m_copierLabel, m_copier);
    connect(m_language, &QComboBox::activated, this, [this] {
        const QString code = m_language->currentData().toString();
        m_context.preferences.setLanguage(code);
        m_context.language.use(code);
    });
    connect(m_theme, &QComboBox::activated, this, [this] {
        const QString name = m_theme->currentData().toString();
        m_context.preferences.setTheme(name);
        m_context.theme.use(name);
    });
}

void SettingsDialog::addFacts(QFormLayout* form)
{
    for (QLabel* fact : {m_scale, m_person, m_server, m_keys, m_about})
        form->addRow(fact);
    m_scale->setForegroundRole(QPalette::PlaceholderText);
}

void SettingsDialog::showKeys()
{
    m_reading.start(
        m_context.desk.lanes().token,
        [&signer = m_context.desk.signer()](std::stop_token) -> Result<QStringList> {
            const auto keys = signer.keys();
            if (!keys)
                return fail(keys.error());
            QStringList names;
            for (const desk::KeyChoice& key : *keys)
                names << QStringLiteral("%1 (%2)").arg(key.name, key.uri.section(u'/', -1));
            return names;
        },
        [this](const Result<QStringList>& names) {
            m_keyNames = names.value_or(QStringList());
            retranslate();
        });
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    setAccessibleName(windowTitle());
    m_tabs->setAccessibleName(windowTitle());
    m_tabs->setTabText(0, tr("General"));
    m_tabs->setTabText(1, tr("Signing device"));
    m_languageLabel->setText(tr("Language"));
    m_language->setAccessibleName(tr("Language"));
    m_themeLabel->setText(tr("Appearance"));
    m_theme->setAccessibleName(tr("Appearance"));
    const QStringList themes{tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")};
    for (int i = 0; i < m_theme->count(); ++i)
        m_theme->setItemText(i, themes.value(i));
    m_copierLabel->setText(tr("Copier's folder"));
    m_scale->setText(tr("The size of letters follows the system's setting (100 % to 200 %)."));
    const desk::Session& session = m_context.desk.session();
    const auto organisation = m_context.desk.directory().organisation();
    const domain::Person* person = organisation && session.person() ? organisation->person(*session.person()) : nullptr;
    QStringList roles;
    if (person)
        for (const domain::RoleAssignment& assignment : person->roles) {
            const domain::Unit* unit = assignment.unit ? organisation->unit(*assignment.unit) : nullptr;
            roles << roleWord(assignment.role) + (unit ? QStringLiteral(" ") + unit->code : QString());
        }
    m_person->setText(
        tr("Signed in: %1 (%2)\n%3")
            .arg(person ? person->name : session.login(), session.login(), roles.join(QStringLiteral(", "))));
    m_server->setText(
        tr("Server: %1, %2\n%3")
            .arg(m_context.preferences.server(), session.organisationName(), syncWords(m_context.desk.syncStatus())));
    m_keys->setText(m_keyNames.isEmpty() ? tr("Signing keys: none; one is added when you sign")
                                         : tr("Signing keys: %1").arg(m_keyNames.join(QStringLiteral(", "))));
    m_about->setText(tr("Diakinisi %1, electronic circulation of documents. Free software under the EUPL 1.2.")
                         .arg(QCoreApplication::applicationVersion()));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(m_close->text());
}

} // namespace diakinisi::ui
