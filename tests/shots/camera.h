#pragma once
#include "tests/shots/screens.h"

#include <QTest>

namespace diakinisi::shots {

/// Long enough for lanes, timers and repaints of what was just asked for.
inline void settle(int ms = 600)
{
    QTest::qWait(ms);
}

/// Another person sits down at the same desk.
inline void beSomebody(Stage& stage, const domain::PersonId& person)
{
    stage.sample.office->me = person;
    Q_EMIT stage.desk.listsChanged();
    Q_EMIT stage.desk.directoryChanged();
}

class Camera
{
public:
    Camera(const QDir& folder, QString prefix) : m_folder(folder), m_prefix(std::move(prefix)) {}

    void take(QWidget& window, const QString& name)
    {
        settle();
        const QString file = m_folder.filePath(m_prefix + u'-' + name + QStringLiteral(".png"));
        m_good = window.grab().save(file) && m_good;
    }
    bool good() const { return m_good; }

private:
    QDir m_folder;
    QString m_prefix;
    bool m_good = true;
};

} // namespace diakinisi::shots
