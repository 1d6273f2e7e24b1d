#include "ui/signin/sign_in_window.h"

#include "ui/parts/busy_line.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/preferences.h"
#include "ui/parts/primary_button.h"
#include "ui/parts/translated.h"
#include "ui/texts/language.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace diakinisi::ui {

namespace {

/// In groups that two people can read to each other: eight pairs a line.
QString readable(const QString& fingerprint)
{
    const QStringList pairs = fingerprint.split(u':');
    QStringList rows;
    for (qsizetype i = 0; i < pairs.size(); i += 8)
        rows << pairs.mid(i, 8).join(u' ');
    return rows.join(u'\n');
}

} // namespace

SignInWindow::SignInWindow(OpenDesk openDesk, Preferences& preferences, Language& language, QWidget* parent)
    : QWidget(parent),
      m_openDesk(std::move(openDesk)),
      m_preferences(preferences),
      m_language(language),
      m_stack(new QStackedWidget(this)),
      m_title(new QLabel(this)),
      m_subtitle(new QLabel(this)),
      m_bar(new MessageBar(this)),
      m_busy(new BusyLine(this)),
      m_languages(new QComboBox(this))
{
    scaleFont(m_title, 1.8, true);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(makeFields());
    m_stack->addWidget(makeTrust());
    m_languages->addItem(QStringLiteral("Ελληνικά"), QStringLiteral("el"));
    m_languages->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_languages->setCurrentIndex(m_languages->findData(language.code()));
    connect(m_languages, &QComboBox::activated, this, [this] {
        m_preferences.setLanguage(m_languages->currentData().toString());
        m_language.use(m_languages->currentData().toString());
    });
    auto* inner = new QVBoxLayout;
    inner->setSpacing(gap(this) * 2);
    inner->addWidget(m_title);
    inner->addWidget(m_subtitle);
    inner->addSpacing(lines(this));
    inner->addWidget(m_bar);
    inner->addWidget(m_stack);
    inner->addWidget(m_busy);
    auto* row = new QHBoxLayout;
    row->addStretch(2);
    row->addLayout(inner, 3);
    row->addStretch(2);
    auto* column = new QVBoxLayout(this);
    margins(column, this, 5);
    column->addStretch(2);
    column->addLayout(row);
    column->addStretch(3);
    column->addWidget(m_languages, 0, Qt::AlignRight);
    translated(this, [this] { retranslate(); });
    resize(characters(this, 100), lines(this, 34));
    (m_server->text().isEmpty() ? m_server : m_login->text().isEmpty() ? m_login : m_password)->setFocus();
}

SignInWindow::~SignInWindow() = default;

QWidget* SignInWindow::makeFields()
{
    auto* page = new QWidget(this);
    m_serverLabel = new QLabel(page);
    m_loginLabel = new QLabel(page);
    m_passwordLabel = new QLabel(page);
    m_server = new QLineEdit(m_preferences.server(), page);
    m_login = new QLineEdit(m_preferences.login(), page);
    m_password = new QLineEdit(page);
    m_password->setEchoMode(QLineEdit::Password);
    m_go = new PrimaryButton(page);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(gap(this));
    form->addRow(m_serverLabel, m_server);
    form->addRow(m_loginLabel, m_login);
    form->addRow(m_passwordLabel, m_password);
    form->addItem(new QSpacerItem(0, gap(this)));
    form->addRow(m_go);
    m_serverLabel->setBuddy(m_server);
    m_loginLabel->setBuddy(m_login);
    m_passwordLabel->setBuddy(m_password);
    for (QLineEdit* edit : {m_server, m_login, m_password})
        connect(edit, &QLineEdit::returnPressed, m_go, &QPushButton::click);
    connect(m_go, &QPushButton::clicked, this, &SignInWindow::begin);
    return page;
}

QWidget* SignInWindow::makeTrust()
{
    auto* page = new QWidget(this);
    m_trustHeading = new QLabel(page);
    scaleFont(m_trustHeading, 1.1, true);
    m_trustText = textLabel(page);
    m_fingerprint = new QLabel(page);
    QFont mono(QStringLiteral("monospace"));
    mono.setStyleHint(QFont::Monospace);
    mono.setPointSizeF(font().pointSizeF() * 1.1);
    m_fingerprint->setFont(mono);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_trust = new QPushButton(icon(QStringLiteral("ok")), QString(), page);
    m_distrust = new QPushButton(icon(QStringLiteral("close")), QString(), page);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(gap(this));
    buttons->addWidget(m_trust);
    buttons->addWidget(m_distrust);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this) * 2);
    column->addWidget(m_trustHeading);
    column->addWidget(m_trustText);
    column->addWidget(m_fingerprint);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_trust, &QPushButton::clicked, this, &SignInWindow::trust);
    connect(m_distrust, &QPushButton::clicked, this, [this] {
        m_identity.reset();
        m_stack->setCurrentIndex(0);
    });
    return page;
}

void SignInWindow::useDesk(desk::Desk& desk)
{
    m_desk = &desk;
    m_server->setEnabled(false);
    m_login->setEnabled(false);
    m_login->setText(desk.session().login());
    m_password->setFocus();
}

void SignInWindow::showError(const Error& error)
{
    m_bar->showError(error);
}

std::unique_ptr<desk::Desk> SignInWindow::takeDesk()
{
    m_desk = nullptr;
    return std::move(m_own);
}

QUrl SignInWindow::server() const
{
    const QString typed = m_server->text().trimmed();
    return QUrl(typed.contains(QStringLiteral("://")) ? typed : QStringLiteral("https://") + typed);
}

void SignInWindow::begin()
{
    if (m_looking.running() || m_signing.running())
        return;
    m_bar->clear();
    for (QLineEdit* edit : {m_server, m_login, m_password})
        if (edit->text().trimmed().isEmpty()) {
            m_bar->showError({ErrorCode::FieldMissing, {}, {}});
            edit->setFocus();
            return;
        }
    if (openProfile())
        look();
}

bool SignInWindow::openProfile()
{
    if (m_desk && !m_own)
        return true; // given from outside
    m_own.reset();
    auto opened = m_openDesk(server(), m_login->text().trimmed());
    if (!opened) {
        m_bar->showError(opened.error());
        return false;
    }
    m_own = std::move(*opened);
    m_desk = m_own.get();
    return true;
}

void SignInWindow::look()
{
    setBusy(true);
    m_looking.start(
        m_desk->lanes().network,
        [&session = m_desk->session()](std::stop_token stop) { return session.lookAtServer(stop); },
        [this](const Result<desk::ServerIdentity>& server) { looked(server); });
}

void SignInWindow::looked(const Result<desk::ServerIdentity>& server)
{
    if (!server) {
        setBusy(false);
        m_bar->showError(server.error());
        return;
    }
    m_identity = *server;
    if (server->trusted) {
        signIn();
        return;
    }
    setBusy(false);
    retranslate();
    m_stack->setCurrentIndex(1);
    m_distrust->setFocus(); // never confirmed by a stray Enter
}

void SignInWindow::trust()
{
    const Done trusted = m_desk->session().trustServer(*m_identity);
    m_stack->setCurrentIndex(0);
    if (!trusted)
        m_bar->showError(trusted.error());
    else
        signIn();
}

void SignInWindow::signIn()
{
    setBusy(true);
    auto password = std::make_shared<Secret>(m_password->text().toUtf8());
    m_password->clear();
    m_signing.start(
        m_desk->lanes().network,
        [&session = m_desk->session(), login = m_login->text().trimmed(), password](std::stop_token stop) {
            return session.signIn(login, *password, stop);
        },
        [this](const Done& done) {
            setBusy(false);
            if (!done) {
                m_bar->showError(done.error());
                m_password->setFocus();
                return;
            }
            m_preferences.setServer(m_server->text().trimmed());
            m_preferences.setLogin(m_login->text().trimmed());
            Q_EMIT signedIn();
        });
}

void SignInWindow::setBusy(bool busy)
{
    m_go->setEnabled(!busy);
    if (busy)
        m_busy->begin();
    else
        m_busy->end();
}

void SignInWindow::retranslate()
{
    setWindowTitle(tr("Diakinisi: sign in"));
    setAccessibleName(windowTitle());
    m_title->setText(tr("Diakinisi"));
    m_subtitle->setText(tr("Electronic circulation of documents"));
    m_serverLabel->setText(tr("Server"));
    m_server->setPlaceholderText(tr("diakinisi.municipality.gr"));
    m_server->setAccessibleName(tr("Server's address"));
    m_loginLabel->setText(tr("User name"));
    m_login->setAccessibleName(tr("User name"));
    m_passwordLabel->setText(tr("Password"));
    m_password->setAccessibleName(tr("Password"));
    m_go->setText(tr("Sign in"));
    m_go->setAccessibleName(tr("Sign in"));
    m_languages->setAccessibleName(tr("Language"));
    m_trustHeading->setText(tr("Is this the right server?"));
    m_trustText->setText(tr("This desk meets it for the first time%1. Compare the fingerprint with the one that IT has "
                            "given you; nothing has been sent yet.")
                             .arg(m_identity ? QStringLiteral(" (%1)").arg(m_identity->organisation) : QString()));
    m_fingerprint->setText(m_identity ? readable(m_identity->caFingerprint) : QString());
    m_fingerprint->setAccessibleName(tr("Fingerprint of the server's certificate"));
    m_trust->setText(tr("It is the same: go on"));
    m_trust->setAccessibleName(m_trust->text());
    m_distrust->setText(tr("It is not: stop"));
    m_distrust->setAccessibleName(m_distrust->text());
}

} // namespace diakinisi::ui
