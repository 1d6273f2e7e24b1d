#pragma once
#include "test_people.h"

#include <QStringList>
#include <QTemporaryDir>

namespace diakinisi::samples {

/// Tokens of SoftHSM in a folder of their own, and a module over it whose faults can be chosen. This process and its
/// children see them as long as this lives.
class SoftHsm
{
public:
    SoftHsm();
    ~SoftHsm();
    SoftHsm(const SoftHsm&) = delete;
    SoftHsm& operator=(const SoftHsm&) = delete;

    static QString module();       ///< SoftHSM's own; empty when it is not installed
    static QString faultyModule(); ///< ours over it, see tests/support/faulty_token.cpp

    /// A new token with the PIN "1234".
    [[nodiscard]] bool addToken(const QString& label) const;
    /// Puts a person's key and certificate on it under an id.
    [[nodiscard]] bool addKey(const QString& label, const Person& person, const QByteArray& id,
                              bool alwaysAuthenticate = false) const;
    [[nodiscard]] bool addCertificate(const QString& label, const QByteArray& der, const QByteArray& id) const;

    /// What the faulty module shall do from now on: "count-low", "removed-after=3", ... Forgets what was asked so far.
    void misbehave(const QStringList& words) const;
    /// What was asked of the faulty module since: "login", "sign", "logout", ...
    QStringList asked() const;
    QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

} // namespace diakinisi::samples
