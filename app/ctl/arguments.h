#pragma once
#include "base/result.h"

#include <QHash>
#include <QStringList>

namespace diakinisi::ctl {

/// The words after a command: "--name value", "--flag", the rest. "--" ends the options.
class Arguments
{
public:
    /// FieldInvalid with the word as subject when it is no option of this command or its value is missing.
    static Result<Arguments> parse(const QStringList& words, const QStringList& withValue, const QStringList& flags);

    const QStringList& rest() const { return m_rest; }
    bool has(const QString& name) const { return m_values.contains(name); }
    /// The last one given; empty when none was.
    QString value(const QString& name) const
    {
        return m_values.value(name).isEmpty() ? QString() : m_values[name].last();
    }
    QStringList values(const QString& name) const { return m_values.value(name); }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_rest;
};

} // namespace diakinisi::ctl
