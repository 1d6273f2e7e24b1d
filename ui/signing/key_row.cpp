#include "ui/signing/key_row.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/key_texts.h"

#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace diakinisi::ui {

KeyRow::KeyRow(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_keyLabel(new QLabel(this)),
      m_key(new QComboBox(this)),
      m_again(new QPushButton(icon(QStringLiteral("refresh")), QString(), this)),
      m_add(new QPushButton(icon(QStringLiteral("key")), QString(), this)),
      m_pinLabel(new QLabel(this)),
      m_pin(new QLineEdit(this)),
      m_signaturePinLabel(new QLabel(this)),
      m_signaturePin(new QLineEdit(this)),
      m_picture(new QLabel(this)),
      m_state(textLabel(this))
{
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_key->setMinimumContentsLength(24);
    for (QLineEdit* pin : {m_pin, m_signaturePin}) {
        pin->setEchoMode(QLineEdit::Password);
        pin->setMaximumWidth(characters(this, 24));
        connect(pin, &QLineEdit::textChanged, this, &KeyRow::changed);
    }
    m_signaturePinLabel->setBuddy(m_signaturePin);
    m_keyLabel->setBuddy(m_key);
    m_pinLabel->setBuddy(m_pin);
    for (QPushButton* button : {m_again, m_add})
        button->setAutoDefault(false);
    lay();
    connect(m_again, &QPushButton::clicked, this, [this] { read(key() ? key()->uri : QString()); });
    connect(m_add, &QPushButton::clicked, this, &KeyRow::chooseFile);
    connect(m_key, &QComboBox::activated, this, [this] {
        m_pin->clear(); // it was typed for another key
        m_signaturePin->clear();
        showChosen();
        Q_EMIT changed();
    });
    translated(this, [this] { retranslate(); });
}

void KeyRow::lay()
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap(this) * 2);
    grid->setVerticalSpacing(gap(this) * 2);
    grid->addWidget(m_keyLabel, 0, 0);
    grid->addWidget(m_key, 0, 1, 1, 3);
    grid->addWidget(m_again, 0, 4);
    grid->addWidget(m_add, 0, 5);
    grid->addWidget(m_pinLabel, 1, 0);
    grid->addWidget(m_pin, 1, 1);
    grid->addWidget(m_picture, 1, 2);
    grid->addWidget(m_state, 1, 3, 1, 3);
    grid->addWidget(m_signaturePinLabel, 2, 0);
    grid->addWidget(m_signaturePin, 2, 1);
    grid->setColumnStretch(3, 1);
    grid->setRowMinimumHeight(1, m_pin->sizeHint().height());
}

void KeyRow::read(const QString& uri)
{
    m_reading.start(
        m_context.desk.lanes().token, [&signer = m_context.desk.signer()](std::stop_token) { return signer.keys(); },
        [this, uri](Result<std::vector<desk::KeyChoice>> keys) {
            if (keys)
                show(std::move(*keys), uri);
            else
                Q_EMIT failed(keys.error());
        });
    retranslate();
}

void KeyRow::show(std::vector<desk::KeyChoice> keys, const QString& uri)
{
    m_keys = std::move(keys);
    auto wanted = std::ranges::find(m_keys, uri, &desk::KeyChoice::uri);
    if (wanted == m_keys.end())
        wanted = std::ranges::find_if(m_keys,
                                      [this](const auto& key) { return keyState(key, m_context.clock.now()).usable; });
    fill();
    m_key->setCurrentIndex(m_keys.empty()           ? -1
                           : wanted == m_keys.end() ? 0
                                                    : static_cast<int>(wanted - m_keys.begin()));
    retranslate();
    if (m_pin->text().isEmpty()) // never away from a PIN that is being typed
        focus();
    Q_EMIT changed();
}

void KeyRow::focus()
{
    QWidget* next = m_keys.empty() ? static_cast<QWidget*>(m_add) : m_pin;
    (next->isVisible() ? next : m_key)->setFocus();
}

void KeyRow::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Choose your key file"), {}, tr("Keys (*.p12 *.pfx);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &KeyRow::addFile);
    dialog->open();
}

/// The file is opened once with the PIN that stands in the field, to read its certificate.
void KeyRow::addFile(const QString& path)
{
    if (m_pin->text().isEmpty()) {
        m_pin->show();
        m_pin->setFocus();
        Q_EMIT pinWantedFirst();
        return;
    }
    auto pin = std::make_shared<Secret>(m_pin->text().toUtf8());
    m_adding.start(
        m_context.desk.lanes().token,
        [&signer = m_context.desk.signer(), path, pin](std::stop_token) { return signer.addKeyFile(path, *pin); },
        [this](const Result<desk::KeyChoice>& key) {
            if (key)
                read(key->uri);
            else
                Q_EMIT failed(key.error());
        });
}

std::optional<desk::KeyChoice> KeyRow::key() const
{
    const int at = m_key->currentIndex();
    if (at < 0 || at >= static_cast<int>(m_keys.size()))
        return std::nullopt;
    return m_keys[static_cast<std::size_t>(at)];
}

bool KeyRow::isReady() const
{
    const auto chosen = key();
    if (!chosen || !keyState(*chosen, m_context.clock.now()).usable)
        return false;
    if (chosen->pinEntry != desk::PinEntry::Typed)
        return true;
    return !m_pin->text().isEmpty() && (!chosen->ownSignaturePin || !m_signaturePin->text().isEmpty());
}

std::shared_ptr<Secret> KeyRow::takePin()
{
    auto pin = std::make_shared<Secret>(m_pin->text().toUtf8());
    m_pin->clear();
    return pin;
}

std::shared_ptr<Secret> KeyRow::takeSignaturePin()
{
    if (m_signaturePin->text().isEmpty())
        return {};
    auto pin = std::make_shared<Secret>(m_signaturePin->text().toUtf8());
    m_signaturePin->clear();
    return pin;
}

void KeyRow::showChosen()
{
    const auto chosen = key();
    const KeyState state = chosen ? keyState(*chosen, m_context.clock.now()) : KeyState{};
    const bool typed = !chosen || chosen->pinEntry == desk::PinEntry::Typed;
    const bool locked = chosen && chosen->pinTries == desk::PinTries::None;
    m_pin->setVisible(typed && !locked);
    m_pinLabel->setVisible(typed && !locked);
    const bool own = chosen && chosen->ownSignaturePin && typed && !locked;
    m_signaturePin->setVisible(own);
    m_signaturePinLabel->setVisible(own);
    if (!own)
        m_signaturePin->clear();
    m_state->setText(state.words);
    m_state->setAccessibleName(state.words);
    m_picture->setVisible(!state.picture.isEmpty());
    if (!state.picture.isEmpty())
        m_picture->setPixmap(icon(state.picture).pixmap(QSize(1, 1) * lines(this), devicePixelRatioF(), QIcon::Normal));
    m_pin->setAccessibleDescription(state.words);
    m_key->setToolTip(m_key->currentText());
}

void KeyRow::fill()
{
    const int kept = m_key->currentIndex();
    m_key->clear();
    for (const desk::KeyChoice& key : m_keys)
        m_key->addItem(icon(key.place == desk::KeyPlace::File ? QStringLiteral("file") : QStringLiteral("certificate")),
                       keyWords(key));
    m_key->setCurrentIndex(qMax(kept, m_keys.empty() ? -1 : 0));
}

void KeyRow::retranslate()
{
    m_keyLabel->setText(tr("Key"));
    m_key->setAccessibleName(tr("Signing key"));
    m_key->setPlaceholderText(m_reading.running() ? tr("looking for keys and devices ...")
                                                  : tr("none: plug in your signing device or add a key file"));
    m_again->setToolTip(tr("Look for signing devices again"));
    m_again->setAccessibleName(m_again->toolTip());
    m_add->setText(tr("Add key file"));
    m_add->setAccessibleName(m_add->text());
    m_pinLabel->setText(tr("PIN"));
    m_pin->setAccessibleName(tr("PIN of the key"));
    m_signaturePinLabel->setText(tr("Signature PIN"));
    m_signaturePin->setAccessibleName(tr("The device's own PIN for signatures"));
    m_signaturePin->setToolTip(tr("This device has, beside its PIN, a second one for signatures"));
    fill();
    showChosen();
}

} // namespace diakinisi::ui
