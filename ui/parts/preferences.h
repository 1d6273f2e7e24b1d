#pragma once
#include <QByteArray>
#include <QSettings>
#include <QString>

namespace diakinisi::ui {

/// What this person likes on this machine: language, theme, where windows stood. One INI file, given from outside, so
/// that a test has its own.
class Preferences
{
public:
    explicit Preferences(const QString& file) : m_settings(file, QSettings::IniFormat) {}

    QString language() const { return text(u"language", u"el"); }
    void setLanguage(const QString& code) { set(u"language", code); }
    QString theme() const { return text(u"theme", u"system"); }
    void setTheme(const QString& name) { set(u"theme", name); }
    QString server() const { return text(u"server", u""); }
    void setServer(const QString& address) { set(u"server", address); }
    QString login() const { return text(u"login", u""); }
    void setLogin(const QString& login) { set(u"login", login); }
    QString scanner() const { return text(u"scanner", u""); }
    void setScanner(const QString& id) { set(u"scanner", id); }
    QString keyUri() const { return text(u"key", u""); }
    void setKeyUri(const QString& uri) { set(u"key", uri); }

    /// Geometry or splitter state by the name of its window.
    QByteArray state(const QString& name) const
    {
        return m_settings.value(QStringLiteral("state/") + name).toByteArray();
    }
    void setState(const QString& name, const QByteArray& bytes)
    {
        m_settings.setValue(QStringLiteral("state/") + name, bytes);
    }

private:
    QString text(QStringView key, QStringView otherwise) const
    {
        return m_settings.value(key.toString(), otherwise.toString()).toString();
    }
    void set(QStringView key, const QString& value) { m_settings.setValue(key.toString(), value); }

    QSettings m_settings;
};

} // namespace diakinisi::ui
