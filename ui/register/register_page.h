#pragma once
#include "desk/form_drafts.h"
#include "desk/registrar.h"
#include "desk/scan_desk.h"
#include "ui/parts/context.h"
#include "ui/parts/jobs.h"
#include "ui/register/register_mode.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace diakinisi::ui {

class BatchPage;
class ConcernBar;
class CopierWatch;
class DraftsBar;
class FilesPanel;
class FormView;
class LabelBar;
class MessageBar;
class NumberPanel;
class OfferBar;

/// Registration in one act: pages at the left, the form at the right; Ctrl+Enter gives number, charge and note
/// together. What is typed is kept from the first letter on, whatever happens.
class RegisterPage : public QWidget
{
    Q_OBJECT

public:
    explicit RegisterPage(const Context& context, QWidget* parent = nullptr);
    ~RegisterPage() override;

    /// An empty form; one that was begun and not sent is kept and offered.
    void begin(RegisterMode mode);
    /// A draft that answers this document.
    void beginReply(const desk::DocumentView& document);
    RegisterMode mode() const { return m_mode; }
    QSplitter* splitter() { return m_splitter; }
    FilesPanel& files() { return *m_files; }
    FormView& form() { return *m_form; }
    BatchPage& batch() { return *m_batch; }
    bool showsBatch() const;
    /// What F6 goes through.
    std::vector<QWidget*> panes();

    /// The main act: register, or save the draft; once done, the next.
    void act();
    /// Same as before: sender, kind and charge of the last one.
    void sameAsBefore();
    /// The documents on the table as a grid, to be registered in one act.
    void openBatch();
    CopierWatch& copier() { return *m_copier; }
    void keepNow();

Q_SIGNALS:
    void opened(const diakinisi::domain::DocumentId& document);
    void left(); ///< Esc: the form is kept

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What was begun and not finished, in an earlier run too.
    struct Kept {
        std::vector<desk::FormDraft> drafts;
        std::vector<desk::ScanPile> piles;
    };

    QWidget* makeForm();
    void connectParts();
    desk::RegistrationForm wholeForm() const;
    void touched();
    void check();
    void showConcerns(std::vector<desk::RegistrationConcern> concerns);
    void commit(bool numberNow);
    void filesSettled(bool good);
    void looked(std::vector<desk::RegistrationConcern> concerns, bool numberNow);
    void send(bool numberNow);
    void committed(const Result<desk::RegistrationOutcome>& outcome);
    void takePagesBack();
    void followNumber(const QVector<domain::DocumentId>& changed);
    void offerKept();
    void resume(const desk::FormDraft& draft);
    void takePile(const desk::ScanPile& pile);
    /// `keepPages`: the pile has a further document.
    void startEmpty(bool keepPages = false);
    void connectPile();
    void connectBatch();
    void closeBatch();
    void offerBatch();
    void showBatch();
    void connectCopier();
    void offerArrived();
    void takeArrived(const QStringList& files, bool eachItsOwn);
    void goOn();
    void findLabelled();
    void attach();
    void forgetKept(const QUuid& id);
    void throwAway(const desk::FormDraft& draft);
    void finishPile(const QUuid& pile);
    void showDone(const desk::RegistrationOutcome& outcome);
    QString chargeWords() const;
    void retranslate();

    Context m_context;
    RegisterMode m_mode = RegisterMode::Incoming;
    QStackedWidget* m_pages; ///< form or grid
    QSplitter* m_splitter;
    FilesPanel* m_files;
    BatchPage* m_batch;
    CopierWatch* m_copier;
    QLabel* m_heading = nullptr;
    MessageBar* m_bar = nullptr;
    DraftsBar* m_drafts = nullptr;
    OfferBar* m_offer = nullptr;
    OfferBar* m_arrived = nullptr;
    ConcernBar* m_concerns = nullptr;
    LabelBar* m_label = nullptr;
    FormView* m_form = nullptr;
    QPushButton* m_go = nullptr;
    QPushButton* m_number = nullptr;
    QPushButton* m_same = nullptr;
    QLabel* m_kept = nullptr;
    QStackedWidget* m_stack = nullptr;
    NumberPanel* m_done;
    QUuid m_draftId;
    QTimer m_checkSoon;
    QTimer m_keepSoon;
    bool m_tried = false;           ///< missing fields are marked only after the first try
    std::optional<bool> m_whenIn{}; ///< commit(this) as soon as the files are taken in
    int m_cameTogether = 0;         ///< files, the last time that some were added
    bool m_eachItsOwn = false;      ///< of the files that are coming
    QStringList m_later;            ///< of what arrived: not for this form
    QStringList m_takenUp;          ///< likewise: on its way onto the pile
    bool m_asNew = false;           ///< although the paper bears a label
    std::optional<domain::DocumentId> m_labelled{};
    QUuid m_lastPile;       ///< of the document registered last; null where it was not scanned
    bool m_resumed = false; // a form was taken up again: what came late for it is still to be found
    desk::RegistrationForm m_sent;
    std::optional<desk::RegistrationForm> m_last;
    Task<Result<std::vector<desk::RegistrationConcern>>> m_checking;
    Task<Result<std::vector<desk::RegistrationConcern>>> m_looking; ///< once more, before the act
    Task<Result<desk::RegistrationOutcome>> m_registering;
    Task<Result<desk::RegistrationOutcome>> m_following;
    Task<Result<desk::DocumentView>> m_reading;
    Task<Done> m_attaching;
    Task<Result<desk::ScanPile>> m_takingBack;
    Task<Done> m_keeping;
    Task<Done> m_forgetting;
    Jobs m_finishing;
    Task<Result<Kept>> m_listing;
};

} // namespace diakinisi::ui
