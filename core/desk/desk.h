#pragma once
#include "base/lane.h"
#include "base/result.h"
#include "desk/document_words.h"
#include "desk/rows.h"
#include "domain/organisation.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

namespace diakinisi::desk {

/// How this desk stands with its server, for the status bar.
struct SyncStatus {
    enum class State { SignedOut, Offline, Connecting, Syncing, Synced, SessionExpired, ServerUntrusted, Rewinding };
    State state = State::SignedOut;
    int waiting = 0; ///< commands not yet confirmed
    int uploads = 0; ///< files on their way
    std::optional<Instant> lastSynced;
    qint64 clockOffsetMs = 0;     ///< official minus own
    std::optional<Error> problem; ///< the last one, while it lasts
    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

/// Where a new profile keeps its secrets; one that exists goes on as before.
enum class KeyStoreChoice {
    System,  ///< the operating system's, or a protected file where there is none that answers
    File,    ///< a protected file: for programs that nobody sits before
    AsBefore ///< no new profile is meant; a protected file if it is one after all
};

/// Where a profile lies and how its server is reached.
struct DeskSettings {
    QString folder; ///< one profile a (server, person), created 0700
    QUrl server;    ///< https only
    QString caFile; ///< PEM; empty: the certificate pinned in the profile at first sign-in, or the system's trust
    QString workerProgram;
    QString fontFolder;       ///< with DejaVuSans.ttf for marks and number fields
    QString trustFolder = {}; ///< certificates that signatures are judged by; may be empty
    QString deviceName = {};  ///< under which the server lists this machine; the host's name when empty
    KeyStoreChoice keyStore = KeyStoreChoice::System;
    QStringList tokenModules = {}; ///< paths of PKCS #11 modules, before those that are known by themselves
    DocumentWords words = {};
    QString recognitionFolder = {};     ///< with Tesseract's LANGUAGE.traineddata; empty: where the system keeps them
    int undoSeconds = 6;                ///< Handler::undoSeconds; 0 where nobody could undo anything (a script)
    std::chrono::seconds owedPause{60}; ///< between two tries of what Signer::owed() tells
};

/// The named lanes on which core's blocking functions run; windows use them through Task.
struct Lanes {
    Lane store{"store", 1};     ///< owns the write connection
    Lane read{"read", 2};       ///< read-only connections
    Lane network{"network", 1}; ///< the synchronisation loop has a thread of its own; this is for single questions
    Lane images{"images", 2};   ///< rendering and imaging
    Lane reading{"reading", 1}; ///< recognising and reading letters: seconds a page, nothing waits for it
    Lane token{"token", 1};     ///< keys
    Lane scanner{"scanner", 1};
    Lane copier{"copier", 1}; ///< the copier's folder: a share that does not answer holds up nothing else
};

class Session;
class DocumentLists;
class DocumentReader;
class DocumentFinder;
class Registrar;
class Handler;
class Approver;
class Signer;
class SigningDoctor;
class FormDrafts;
class DeskFiles;
class Directory;
class ScanDesk;
class CopierFolder;
class Suggestions;

/// One desk: the profile's store, its files and its synchronisation, and the tasks a clerk does with them. Everything a
/// window or the command line asks for is reached from here; the tasks' methods block and are to be run on lanes()
/// unless their comment says 'at once'. Lives in the main thread; signals are delivered there. Abstract, so that
/// windows are tested over a fake; openDesk() (desk/open_desk.h) gives the real one.
class Desk : public QObject
{
    Q_OBJECT

public:
    ~Desk() override;

    virtual Session& session() = 0;             ///< sign in and out, device, server's certificate
    virtual DocumentLists& lists() = 0;         ///< inbox, book, drafts, attention
    virtual DocumentReader& reader() = 0;       ///< one document with history and possible acts
    virtual DocumentFinder& finder() = 0;       ///< search
    virtual Registrar& registrar() = 0;         ///< register, draft, correct, cancel
    virtual Handler& handler() = 0;             ///< charge, take over, return, complete, note, access
    virtual Approver& approver() = 0;           ///< submit, approve, object, send back, withdraw
    virtual Signer& signer() = 0;               ///< sign one or many
    virtual SigningDoctor& signingDoctor() = 0; ///< what signing with a token needs, and what is wrong with it
    virtual FormDrafts& formDrafts() = 0;       ///< forms saved as typed
    virtual DeskFiles& files() = 0;             ///< bytes in and out
    virtual Directory& directory() = 0;         ///< units and persons, type-ahead
    virtual Suggestions& suggestions() = 0;     ///< what was done with documents like this one
    virtual ScanDesk& scanning() = 0;           ///< scanners and scanned pages
    virtual CopierFolder& copier() = 0;         ///< what the office's copier drops
    virtual Lanes& lanes() = 0;

    virtual SyncStatus syncStatus() const = 0; ///< at once
    virtual void syncNow() = 0;                ///< at once; the loop wakes

Q_SIGNALS:
    void documentsChanged(const QVector<diakinisi::domain::DocumentId>& ids); ///< re-read what you show of these
    void listsChanged();                                                      ///< counts or order changed
    void attentionChanged();
    void directoryChanged();
    void syncStatusChanged();
    void fileArrived(const diakinisi::Sha256& digest); ///< a wanted file is here now
    void fileRefused(const diakinisi::Sha256& digest, const diakinisi::Error& reason);
};

} // namespace diakinisi::desk
