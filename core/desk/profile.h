#pragma once
#include "base/random.h"
#include "base/secret.h"
#include "desk/desk.h"
#include "desk/key_store.h"

namespace diakinisi::desk {

/// What a profile's folder says before its store can be opened: which key store it uses, which server it belongs to.
class Profile
{
public:
    /// Makes the folder (0700) and the keys at the first time. FileUnwritable; KeyUnreadable when the key store that
    /// this profile uses cannot be reached now; StoreBroken when the profile's own file cannot be read.
    static Result<Profile> open(const DeskSettings& settings, RandomSource& random);

    KeyStore& keys() const { return *m_keys; }
    const QString& folder() const { return m_folder; }
    QUrl server() const { return m_server; }
    /// The key of the file store. KeyUnreadable.
    Result<Secret> fileKey() const;

private:
    Result<bool> read();
    Done write() const;
    Done chooseKeys(KeyStoreChoice choice);
    Done makeFileKey(RandomSource& random);

    QString m_folder;
    QString m_id;
    QUrl m_server;
    bool m_system = false;
    std::unique_ptr<KeyStore> m_keys;
};

} // namespace diakinisi::desk
