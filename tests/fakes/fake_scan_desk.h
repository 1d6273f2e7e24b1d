#pragma once
#include "desk/scan_desk.h"
#include "tests/fakes/fake_office.h"

#include <set>

namespace diakinisi::fakes {

/// A scanner with a glass and a feeder on which pages of HTML lie, and piles in memory. Files that are taken are HTML
/// too; one that begins with "%PDF" is a document.
class FakeScanDesk final : public desk::ScanDesk
{
public:
    explicit FakeScanDesk(FakeOffice& office) : m_office(office) {}

    Result<std::vector<desk::ScannerChoice>> scanners(std::stop_token stop) override;
    Result<scanning::ScannerCapabilities> capabilities(const QString& scanner, std::stop_token stop) override;
    desk::ScanProfiles profiles() override;
    Done keepProfiles(const std::vector<scanning::ScanProfile>& profiles, const QString& chosen) override;
    Result<int> scan(const scanning::ScanProfile& profile, desk::ScanTurn turn, const QUuid& pile,
                     const PageCame& pageCame, Progress progress, std::stop_token stop) override;
    Result<desk::TakenImages> take(const QUuid& pile, const QStringList& paths, std::stop_token stop) override;
    Result<desk::ScannedPage> take(const QUuid& pile, const QImage& image) override;
    Result<QImage> picture(const desk::ScannedPage& page, QSize fit, std::stop_token stop) override;
    Result<desk::PageLook> look(const QUuid& pile, const desk::ScannedPage& page, std::stop_token stop) override;
    Result<domain::DocumentId> labelled(const imaging::LabelCode& label) override;
    Done arrange(const QUuid& pile, const std::vector<desk::ScannedPage>& pages) override;
    Result<std::vector<desk::ScanPile>> unfinished() override;
    Done recognise(const QUuid& pile, const std::vector<desk::ScannedPage>& pages, Progress progress,
                   std::stop_token stop) override;
    Result<int> turnsToUpright(const QUuid& pile, const desk::ScannedPage& page, std::stop_token stop) override;
    Result<recognition::LetterReading> read(const QUuid& pile, const std::vector<desk::ScannedPage>& pages) override;
    Result<domain::FileRef> assemble(const QUuid& pile, const std::vector<desk::ScannedPage>& pages,
                                     std::stop_token stop) override;
    Done finish(const QUuid& pile, const std::vector<desk::ScannedPage>& pages = {}) override;
    Done takeBack(const QUuid& pile) override;

    /// What lies in the feeder; a scan takes all of it.
    void load(QStringList pages);
    /// A page onto a pile, as a scan before this window did.
    desk::ScannedPage put(const QUuid& pile, const QString& html = {});

    QString nextPage;                                       ///< HTML of what lies on the glass
    std::optional<ErrorCode> trouble;                       ///< the next scan ends so,
    int troubleAfter = 0;                                   ///< after so many pages
    std::map<QString, desk::PageLook> looks;                ///< by HTML; none: nothing is seen
    recognition::LetterReading reading;                     ///< what every letter says, once recognised,
    std::map<QString, recognition::LetterReading> readings; ///< but for those that begin with this HTML
    std::map<QString, int> turned;                          ///< by HTML: quarter turns that a page needs as it came
    std::function<void()> whileRecognising = [] {};         ///< on the lane that recognises
    std::atomic<int> finished = 0;

private:
    desk::ScannedPage add(const QUuid& pile, const QString& html, int number);
    QString htmlOf(const desk::ScannedPage& page) const;

    FakeOffice& m_office;
    QStringList m_feeder;
    std::map<QString, QString> m_pages;
    std::vector<desk::ScanPile> m_piles;
    std::vector<desk::ScanPile> m_finished;
    std::set<QString> m_recognised;
    desk::ScanProfiles m_profiles;
};

} // namespace diakinisi::fakes
