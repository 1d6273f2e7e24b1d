#pragma once
#include "desk/copier_folder.h"
#include "desk/desk.h"
#include "desk/desk_acts.h"
#include "desk/desk_lists.h"
#include "desk/desk_signer.h"
#include "desk/desk_signing_doctor.h"
#include "desk/desk_suggestions.h"
#include "desk/file_keeper.h"
#include "desk/finding_keeper.h"
#include "desk/org_directory.h"
#include "desk/owed_timestamps.h"
#include "desk/scan_piles.h"
#include "desk/server_session.h"
#include "desk/signing_doctor.h"

#include <QTimer>

namespace diakinisi::desk {

/// The desk of the running programs, over its profile's store.
class RealDesk final : public Desk
{
    Q_OBJECT

public:
    explicit RealDesk(std::unique_ptr<Parts> parts);
    ~RealDesk() override;
    Done begin();

    Session& session() override { return m_session; }
    DocumentLists& lists() override { return m_lists; }
    DocumentReader& reader() override { return m_reader; }
    DocumentFinder& finder() override { return m_finder; }
    Registrar& registrar() override { return m_registrar; }
    Handler& handler() override { return m_handler; }
    Approver& approver() override { return m_approver; }
    Signer& signer() override { return m_signer; }
    SigningDoctor& signingDoctor() override { return m_signingDoctor; }
    FormDrafts& formDrafts() override { return m_formDrafts; }
    DeskFiles& files() override { return m_files; }
    Directory& directory() override { return m_directory; }
    Suggestions& suggestions() override { return m_suggestions; }
    ScanDesk& scanning() override { return m_scanning; }
    CopierFolder& copier() override { return m_copier; }
    Lanes& lanes() override { return *m_lanes; }
    SyncStatus syncStatus() const override;
    void syncNow() override { m_session.kick(); }

private:
    sync::News news();
    void storeChanged(const storage::StoreNews& news);
    void outboxChanged();
    void statusChanged(const sync::Status& status);

    mutable std::mutex m_statusMutex;
    SyncStatus m_status;
    bool m_wasOffline = false; ///< and has not been in step with the server since
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<Lanes> m_lanes = std::make_unique<Lanes>();
    ServerSession m_session;
    FindingKeeper m_findings;
    OwedTimestamps m_owed;
    DeskLists m_lists;
    DeskReader m_reader;
    DeskFinder m_finder;
    DeskRegistrar m_registrar;
    DeskHandler m_handler;
    DeskApprover m_approver;
    DeskSigner m_signer;
    DeskSigningDoctor m_signingDoctor;
    DeskFormDrafts m_formDrafts;
    FileKeeper m_files;
    OrgDirectory m_directory;
    DeskSuggestions m_suggestions;
    ScanPiles m_scanning;
    WatchedCopier m_copier;
    /// Of its own, and alive until all others have ended: whoever registers on them may still hand something in.
    Lane m_checking{"finding", 1};
    QTimer m_lookAgain; ///< at what could not be decided yet
};

} // namespace diakinisi::desk
