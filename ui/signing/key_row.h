#pragma once
#include "base/secret.h"
#include "desk/signer.h"
#include "ui/parts/context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace diakinisi::ui {

/// Which key, and its PIN: what the key itself says (few tries, locked, PIN on the device) stands there before anything
/// is typed. Reads the keys by itself, on the token lane.
class KeyRow : public QWidget
{
    Q_OBJECT

public:
    explicit KeyRow(const Context& context, QWidget* parent = nullptr);

    /// Looks for keys anew and chooses the one with this address, else the first that can be used.
    void read(const QString& uri);
    std::optional<desk::KeyChoice> key() const;
    /// A usable key is chosen, and its PIN is typed where one is typed here.
    bool isReady() const;
    /// The PIN as typed; the field is empty afterwards.
    std::shared_ptr<Secret> takePin();
    /// Of a device that has a PIN of its own for signatures; none where it has not.
    std::shared_ptr<Secret> takeSignaturePin();
    void focus();

Q_SIGNALS:
    void changed();
    void failed(const diakinisi::Error& error);
    void pinWantedFirst(); ///< to open a key file, its PIN must be typed before

private:
    void lay();
    void show(std::vector<desk::KeyChoice> keys, const QString& uri);
    void chooseFile();
    Q_INVOKABLE void addFile(const QString& path);
    void showChosen();
    void fill();
    void retranslate();

    Context m_context;
    std::vector<desk::KeyChoice> m_keys;
    QLabel* m_keyLabel;
    QComboBox* m_key;
    QPushButton* m_again;
    QPushButton* m_add;
    QLabel* m_pinLabel;
    QLineEdit* m_pin;
    QLabel* m_signaturePinLabel;
    QLineEdit* m_signaturePin;
    QLabel* m_picture;
    QLabel* m_state;
    Task<Result<std::vector<desk::KeyChoice>>> m_reading;
    Task<Result<desk::KeyChoice>> m_adding;
};

} // namespace diakinisi::ui
