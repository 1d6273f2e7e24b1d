#include "ui/texts/language.h"

#include <QCoreApplication>
#include <QTranslator>

namespace diakinisi::ui {

Language::Language(QObject* parent) : QObject(parent) {}

Language::~Language() = default;

void Language::use(const QString& code)
{
    const QString wanted = codes().contains(code) ? code : codes().front();
    if (wanted == m_code)
        return;
    m_code = wanted;
    QLocale::setDefault(wanted == u"el" ? QLocale(QLocale::Greek, QLocale::Greece)
                                        : QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_translators.clear();
    install(QStringLiteral(":/i18n/qtbase_%1.qm").arg(wanted));
    install(QStringLiteral(":/i18n/diakinisi_%1.qm").arg(wanted));
    Q_EMIT changed();
}

void Language::install(const QString& file)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file))
        return; // English has no file for Qt's dialogs: they speak it themselves
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace diakinisi::ui
