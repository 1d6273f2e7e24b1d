#pragma once
#include <QLocale>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

class QTranslator;

namespace diakinisi::ui {

/// The language of all windows, Greek unless chosen otherwise; changed while the program runs (every widget gets
/// LanguageChange). Owns the translators: ours and the one for Qt's own dialogs.
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    static QStringList codes() { return {QStringLiteral("el"), QStringLiteral("en")}; }

    /// "el" or "en"; anything else means Greek.
    void use(const QString& code);
    QString code() const { return m_code; }

Q_SIGNALS:
    void changed();

private:
    void install(const QString& file);

    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace diakinisi::ui
