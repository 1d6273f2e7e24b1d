#pragma once
#include "base/worker_pool.h"
#include "desk/desk.h"
#include "desk/profile.h"
#include "desk/signing_authorities.h"
#include "desk/store_watch.h"
#include "pdf/font.h"
#include "recognition/worker_mail_reader.h"
#include "recognition/worker_page_reader.h"
#include "rendering/worker_renderer.h"
#include "scanning/worker_scanner.h"
#include "signing/keys/key_finder.h"
#include "signing/keys/pkcs11_modules.h"
#include "signing/trust/trust_folder.h"
#include "signing/validation/worker_signature_judge.h"
#include "storage/desk_store.h"

namespace diakinisi::desk {

/// What one desk is made of; the tasks share it. Thread-safe as its members are.
struct Parts {
    Parts(DeskSettings given, Profile ofFolder, std::shared_ptr<const Clock> time, std::shared_ptr<RandomSource> chance,
          std::unique_ptr<storage::DeskStore> opened);

    DeskSettings settings;
    Profile profile;
    std::shared_ptr<const Clock> clockHolder;
    std::shared_ptr<RandomSource> randomHolder;
    const Clock& clock;
    RandomSource& random;
    IdSource ids;
    std::unique_ptr<storage::DeskStore> store;
    StoreWatch watch;
    WorkerProcess renderWorker;
    WorkerProcess scanWorker;    ///< one of its own: a scanner that takes its time must not hold up the pages
    WorkerProcess tokenWorker;   ///< and for a token's module that does not answer
    WorkerPool signatureWorkers; ///< two: what is looked at must not wait behind what is checked in the background
    WorkerPool prepareWorkers;   ///< a page that has just come must not wait behind those being recognised
    WorkerPool pageWorkers;      ///< cleaning and recognising: one page a core, a core left for the clerk
    rendering::WorkerRenderer renderer;
    scanning::WorkerScanner scanner;
    recognition::WorkerPageReader pagePreparer;
    recognition::WorkerPageReader pageReader;
    recognition::WorkerMailReader mailReader;
    signing::WorkerKeyFinder keyFinder;
    signing::WorkerSignatureJudge signatureJudge;
    signing::TrustFolder trust;
    signing::Pkcs11Modules tokenModules; ///< those that are signed with, in this process
    SigningAuthorities authorities;
    std::function<void()> kick = [] {};         ///< synchronisation has something new to look at
    std::function<void()> findingsOwed = [] {}; ///< signatures are still to be checked
    /// Does the act that signs with this rendition, which is lower than policy wants: what is missing is added later.
    /// Written down before the act, so that no crash can lose it, and forgotten when the act fails.
    std::function<Done(const domain::DocumentId&, const Sha256&, const std::function<Done()>&)> owing =
        [](const auto&, const auto&, const std::function<Done()>& act) { return act(); };
    std::function<void()> owedChanged = [] {};                        ///< of what is added later
    std::function<SyncStatus()> status = [] { return SyncStatus{}; }; ///< as last told

    /// Who acts: the profile's person. SessionExpired when nobody has ever signed in.
    Result<domain::PersonId> person() const;
    std::shared_ptr<const domain::Organisation> organisation() const { return store->organisation(); }
    /// The server's time as far as this desk can tell.
    Instant officialNow();
    Result<pdf::Font> font() const;
    /// The PKCS #11 modules of this machine: the configured ones, then those that are known and installed.
    QStringList tokenModulePaths() const;

    /// A command of this person's on a document, made now.
    domain::Command command(const domain::DocumentId& document, domain::CommandBody body);
    /// The waiting commands that one on this document builds upon.
    Result<std::vector<domain::CommandId>> waitingOn(const domain::DocumentId& document) const;
    /// Puts them into the outbox and lets synchronisation know. The refusal of the first that does not hold.
    Done send(const std::vector<domain::Command>& commands, Instant notBefore = {});
    /// One command on a document that may wait for others already.
    Result<domain::CommandId> act(const domain::DocumentId& document, domain::CommandBody body,
                                  bool canBeUndone = false);
};

} // namespace diakinisi::desk
