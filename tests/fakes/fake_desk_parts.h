#pragma once
#include "desk/copier_folder.h"
#include "desk/signing_doctor.h"
#include "desk/suggestions.h"
#include "tests/fakes/fake_desk.h"
#include "tests/fakes/fake_scan_desk.h"

namespace diakinisi::fakes {

class FakeSigner final : public desk::Signer
{
public:
    explicit FakeSigner(FakeOffice& office) : m_office(office) {}

    Result<std::vector<desk::KeyChoice>> keys() override;
    Result<desk::KeyChoice> addKeyFile(const QString& path, const Secret& pin) override;
    Result<desk::SigningPlan> plan(const QVector<domain::DocumentId>& documents) override;
    Result<desk::MarkPreview> previewMark(const domain::DocumentId& document, const QString& signerName,
                                          const desk::MarkWishes& wishes, QSize fit, std::stop_token stop) override;
    Result<std::vector<desk::SigningOutcome>> sign(const QVector<domain::DocumentId>& documents,
                                                   const desk::KeyChoice& key, const Secret& pin,
                                                   const desk::SigningWishes& wishes, Progress& progress,
                                                   std::stop_token stop) override;
    Result<std::vector<desk::OwedSignature>> owed() override;
    void tryOwed(std::stop_token stop) override;

    desk::SigningWishes lastWishes;              ///< of the last sign()
    int pins = 0;                                ///< how often one was tried
    std::map<domain::DocumentId, Error> failing; ///< signing these ends so
    std::optional<Error> owedProblem;            ///< of the next try of what is owed; it succeeds without

private:
    desk::SigningOutcome signOne(const domain::DocumentId& id);

    FakeOffice& m_office;
};

/// Finds what the test put into the office.
class FakeSigningDoctor final : public desk::SigningDoctor
{
public:
    explicit FakeSigningDoctor(FakeOffice& office) : m_office(office) {}
    std::vector<desk::Finding> examine(std::stop_token stop) override;

private:
    FakeOffice& m_office;
};

/// The real rule over the office's documents.
class FakeSuggestions final : public desk::Suggestions
{
public:
    explicit FakeSuggestions(FakeOffice& office) : m_office(office) {}
    Result<desk::SuggestionSet> suggest(const desk::SuggestionQuery& query) override;

private:
    FakeOffice& m_office;
};

class FakeFormDrafts final : public desk::FormDrafts
{
public:
    explicit FakeFormDrafts(FakeOffice& office) : m_office(office) {}

    Done save(const desk::FormDraft& draft) override;
    Result<std::vector<desk::FormDraft>> list() override;
    Done remove(const QUuid& id) override;

private:
    FakeOffice& m_office;
};

/// Files of the office; import takes a text file as one page, so a test needs no PDF.
class FakeFiles final : public desk::DeskFiles
{
public:
    explicit FakeFiles(FakeOffice& office) : m_office(office) {}

    Result<std::vector<domain::FileRef>> importAll(const QStringList& paths, std::stop_token stop) override;
    Result<recognition::LetterReading> read(const QString& path, std::stop_token stop) override;
    Result<desk::FileState> state(const Sha256& digest) override;
    Done want(const Sha256& digest) override;
    Done exportTo(const Sha256& digest, const QString& path) override;
    Result<Pages> pages(const Sha256& digest, std::stop_token stop) override;
    Result<QImage> page(const Sha256& digest, int index, int width, std::stop_token stop) override;
    Result<std::vector<Word>> words(const Sha256& digest, int index, std::stop_token stop) override;
    Result<signing::PdfVerdict> signatures(const Sha256& digest, std::stop_token stop) override;
    Result<domain::FileRef> signedVersion(const domain::FileRef& file, qint64 signedLength,
                                          std::stop_token stop) override;
    Done markSeen(const Sha256& digest) override;

    std::set<Sha256> wanted;
    std::function<void()> whileImporting = [] {};           ///< on the lane that imports
    std::map<QString, recognition::LetterReading> readings; ///< what the file of this name says

private:
    Result<FakeFile> fileOf(const Sha256& digest) const;

    FakeOffice& m_office;
};

/// What lies from the copier is what the test says.
class FakeCopier final : public desk::CopierFolder
{
public:
    desk::CopierLook look(const QString& folder, std::stop_token stop) override;
    Done forget(const QStringList& files) override;

    void put(desk::CopierLook now);
    QStringList left();

private:
    std::mutex m_mutex;
    desk::CopierLook m_now;
};

/// A whole desk over one office.
class FakeDesk final : public desk::Desk
{
public:
    explicit FakeDesk(std::shared_ptr<FakeOffice> office);
    ~FakeDesk() override;

    FakeSession& session() override { return m_session; }
    FakeLists& lists() override { return m_lists; }
    desk::DocumentReader& reader() override { return m_reader; }
    desk::DocumentFinder& finder() override { return m_reader; }
    FakeRegistrar& registrar() override { return m_registrar; }
    FakeHandler& handler() override { return m_handler; }
    FakeHandler& approver() override { return m_handler; }
    FakeSigner& signer() override { return m_signer; }
    FakeSigningDoctor& signingDoctor() override { return m_signingDoctor; }
    FakeFormDrafts& formDrafts() override { return m_drafts; }
    FakeFiles& files() override { return m_files; }
    FakeDirectory& directory() override { return m_directory; }
    FakeSuggestions& suggestions() override { return m_suggestions; }
    FakeScanDesk& scanning() override { return m_scanning; }
    FakeCopier& copier() override { return m_copier; }
    desk::Lanes& lanes() override { return m_lanes; }
    desk::SyncStatus syncStatus() const override { return m_status; }
    void syncNow() override { ++synced; }

    void setStatus(const desk::SyncStatus& status);
    FakeOffice& office() { return *m_office; }
    int synced = 0;

private:
    std::shared_ptr<FakeOffice> m_office;
    FakeSession m_session;
    FakeLists m_lists;
    FakeReader m_reader;
    FakeDirectory m_directory;
    FakeRegistrar m_registrar;
    FakeHandler m_handler;
    FakeSigner m_signer;
    FakeSigningDoctor m_signingDoctor;
    FakeFormDrafts m_drafts;
    FakeFiles m_files;
    FakeSuggestions m_suggestions;
    FakeScanDesk m_scanning;
    FakeCopier m_copier;
    desk::SyncStatus m_status;
    desk::Lanes m_lanes; // last: its threads are joined before what they use goes
};

} // namespace diakinisi::fakes
