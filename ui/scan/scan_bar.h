#pragma once
#include "desk/scan_desk.h"
#include "ui/parts/context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace diakinisi::ui {

class PileWork;
class ScanOptions;

/// Scanning with one key: the profile that is chosen, how it goes, and what comes next (the backs, or going on after a
/// jam). The options unfold below.
class ScanBar : public QWidget
{
    Q_OBJECT

public:
    ScanBar(const Context& context, PileWork& work, QWidget* parent = nullptr);

    /// Scans, or what stands on the button at the moment.
    void scan();
    /// How is scanned: to be put below whatever stands beside this.
    QWidget* options();
    /// Unfolds the options, or folds them.
    void showOptions(bool shown);

Q_SIGNALS:
    void failed(const diakinisi::Error& error);

private:
    enum class Next { Scan, Backs, GoOn };

    void arrange();
    void connectParts();
    void findScanners();
    void findCapabilities();
    void fillProfiles();
    void useProfile(int index);
    void keepProfile(const scanning::ScanProfile& profile);
    void ended(int pages, bool good);
    void retranslate();
    std::vector<scanning::ScanProfile> usual() const;

    Context m_context;
    PileWork& m_work;
    QPushButton* m_scan;
    QPushButton* m_stop;
    QComboBox* m_profile;
    QToolButton* m_more;
    QLabel* m_state;
    ScanOptions* m_options;
    std::vector<scanning::ScanProfile> m_kept;     ///< by the clerk
    std::vector<scanning::ScanProfile> m_profiles; ///< on offer: those, then the usual ones
    std::vector<desk::ScannerChoice> m_scanners;
    Next m_next = Next::Scan;
    desk::ScanTurn m_turn = desk::ScanTurn::Pages; ///< under way, or the last
    int m_came = 0;                                ///< in the last turn
    bool m_scanWhenFound = false;                  ///< asked for before the scanners were known
    Task<Result<std::vector<desk::ScannerChoice>>> m_looking;
    Task<Result<scanning::ScannerCapabilities>> m_asking;
    Task<desk::ScanProfiles> m_reading;
    Task<Done> m_keeping;
};

} // namespace diakinisi::ui
