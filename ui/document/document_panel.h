#pragma once
#include "desk/rows.h"
#include "ui/parts/context.h"

#include <QWidget>

class QSplitter;
class QTabWidget;
class QVBoxLayout;

namespace diakinisi::ui {

class ActBar;
class ActForm;
class BusyLine;
class DocumentPages;
class HistoryList;
class IdentityCard;
class IdentityStrip;
class MessageBar;
class SignatureList;

/// One document, all of it: pages above; below the identity, what is possible now, where it is, its way and its
/// signatures. Re-reads itself when the desk says that it changed.
class DocumentPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentPanel(const Context& context, QWidget* parent = nullptr);

    void show(const domain::DocumentId& document);
    void clear();
    const std::optional<desk::DocumentView>& document() const { return m_view; }
    DocumentPages& pages() { return *m_pages; }
    QSplitter* splitter() { return m_splitter; }

    /// Begins an act on these documents (the one shown, or the selection of a list): asks what it needs, in its place.
    void begin(domain::Act act, const QVector<domain::DocumentId>& documents);
    bool isAsking() const { return m_form != nullptr; }
    void copyIdentity();
    QWidget* actBar();

Q_SIGNALS:
    void signingWanted(const QVector<diakinisi::domain::DocumentId>& documents);
    void replyWanted(const diakinisi::desk::DocumentView& document);
    void gone();       ///< the document is not on this desk any more
    void formClosed(); ///< the focus may go back to the list
    void shown(const diakinisi::domain::DocumentId& document);

private:
    QWidget* makeDetails();
    void read();
    void take(Result<desk::DocumentView> view);
    void fetchHistory();
    void askReason(domain::Act act, const QVector<domain::DocumentId>& documents);
    void askCharge(const QVector<domain::DocumentId>& documents);
    void askCorrection();
    void askChain();
    void askAccess();
    void chooseFile();
    void openForm(ActForm* form);
    void closeForm();
    void doReasoned(domain::Act act, const QVector<domain::DocumentId>& documents, const QString& text);
    bool beginAtOnce(domain::Act act, const QVector<domain::DocumentId>& documents);
    void retranslate();

    Context m_context;
    QSplitter* m_splitter;
    DocumentPages* m_pages;
    IdentityStrip* m_strip = nullptr;
    MessageBar* m_bar = nullptr;
    BusyLine* m_busy = nullptr;
    ActBar* m_actBar = nullptr;
    QVBoxLayout* m_formPlace = nullptr;
    QTabWidget* m_tabs = nullptr;
    IdentityCard* m_card = nullptr;
    HistoryList* m_history = nullptr;
    SignatureList* m_signatures = nullptr;
    int m_signatureCount = 0;
    std::optional<domain::DocumentId> m_id;
    std::optional<desk::DocumentView> m_view;
    ActForm* m_form = nullptr;
    std::map<std::pair<domain::Act, domain::DocumentId>, QString> m_kept; ///< reasons typed and not sent
    Task<Result<desk::DocumentView>> m_task;
    Task<Done> m_older;
};

} // namespace diakinisi::ui
