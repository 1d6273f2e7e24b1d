#pragma once
#include <QByteArray>
#include <QSettings>
#include <QString>

namespace diakinisi::ui {

/// What a person has the visible mark of his signatures say.
struct MarkHabits {
    QString reason;
    QString place;
    QString image; ///< path
    bool byOrder = false;
    bool withCode = false;
};

/// What this person likes on this machine: language, theme, where windows stood. One INI file, given from outside, so
/// that a test has its own.
class Preferences
{
public:
    explicit Preferences(const QString& file) : m_settings(file, QSettings::IniFormat) {}

    QString language() const { return text(QStringLiteral("language"), u"el"); }
    void setLanguage(const QString& code) { set(QStringLiteral("language"), code); }
    QString theme() const { return text(QStringLiteral("theme"), u"system"); }
    void setTheme(const QString& name) { set(QStringLiteral("theme"), name); }
    QString server() const { return text(QStringLiteral("server"), u""); }
    void setServer(const QString& address) { set(QStringLiteral("server"), address); }
    QString login() const { return text(QStringLiteral("login"), u""); }
    void setLogin(const QString& login) { set(QStringLiteral("login"), login); }
    QString scanner() const { return text(QStringLiteral("scanner"), u""); }
    void setScanner(const QString& id) { set(QStringLiteral("scanner"), id); }
    /// Where the office's copier drops its files; empty: none is watched.
    QString copierFolder() const { return text(QStringLiteral("copier-folder"), u""); }
    void setCopierFolder(const QString& folder) { set(QStringLiteral("copier-folder"), folder); }
    /// Where labels are printed without a question: a printer's name, or a file that ends in ".pdf"; empty: asked for.
    QString labelPrinter() const { return text(QStringLiteral("label-printer"), u""); }
    void setLabelPrinter(const QString& name) { set(QStringLiteral("label-printer"), name); }
    QString keyUri() const { return text(QStringLiteral("key"), u""); }
    void setKeyUri(const QString& uri) { set(QStringLiteral("key"), uri); }

    MarkHabits markHabits(const QString& person) const
    {
        const QString at = QStringLiteral("mark-") + person + u'/';
        return {text(at + QStringLiteral("reason"), u""), text(at + QStringLiteral("place"), u""),
                text(at + QStringLiteral("image"), u""), text(at + QStringLiteral("by-order"), u"") == u"yes",
                text(at + QStringLiteral("code"), u"") == u"yes"};
    }
    void setMarkHabits(const QString& person, const MarkHabits& habits)
    {
        const QString at = QStringLiteral("mark-") + person + u'/';
        const auto word = [](bool yes) { return yes ? QStringLiteral("yes") : QStringLiteral("no"); };
        set(at + QStringLiteral("reason"), habits.reason);
        set(at + QStringLiteral("place"), habits.place);
        set(at + QStringLiteral("image"), habits.image);
        set(at + QStringLiteral("by-order"), word(habits.byOrder));
        set(at + QStringLiteral("code"), word(habits.withCode));
    }

    /// When a warning about this certificate was sent away last, and which one.
    QString dismissed(const QString& certificate) const
    {
        return text(QStringLiteral("dismissed/") + certificate, u"");
    }
    void setDismissed(const QString& certificate, const QString& what)
    {
        set(QStringLiteral("dismissed/") + certificate, what);
    }

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
    QString text(const QString& key, QStringView otherwise) const
    {
        return m_settings.value(key, otherwise.toString()).toString();
    }
    void set(const QString& key, const QString& value) { m_settings.setValue(key, value); }

    QSettings m_settings;
};

} // namespace diakinisi::ui
