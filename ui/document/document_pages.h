#pragma once
#include "desk/desk_files.h"
#include "desk/rows.h"
#include "ui/parts/context.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace diakinisi::ui {

class EmptyState;
class MessageBar;
class PageView;

/// The files of one document as pages: which file, zoom, finding in the text; tells when a file is still on its way.
class DocumentPages : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentPages(const Context& context, QWidget* parent = nullptr);

    /// The newest rendition of each item; the main one is opened.
    void show(const domain::Document& document);
    /// A single file, before there is a document.
    void showFile(const domain::FileRef& file);
    /// The same file with a page more or less: comes up where the one before it stands.
    void showNext(const domain::FileRef& file);
    void clear();

    PageView& view() { return *m_view; }
    std::optional<Sha256> currentFile() const { return m_current; }
    /// Opens the find line.
    void startFind();

private:
    struct Entry {
        domain::FileRef file;
        QString title;
        bool main = false;
    };

    QWidget* makeTools();
    void makeZoom(QHBoxLayout* row);
    void makeFind(QHBoxLayout* row);
    QToolButton* tool(const QString& iconName, QHBoxLayout* row);
    void setEntries(std::vector<Entry> entries);
    void fillCombo();
    void openEntry(int index);
    void open(const Sha256& file);
    bool isMessage() const; ///< what stands open is e-mail, not pages
    void waitFor(const Sha256& file, desk::FileState state);
    void saveCopy();
    void showPosition();
    void retranslate();

    Context m_context;
    PageView* m_view;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    MessageBar* m_bar;
    QComboBox* m_items;
    QToolButton* m_in = nullptr;
    QToolButton* m_out = nullptr;
    QToolButton* m_fit = nullptr;
    QToolButton* m_save = nullptr;
    QToolButton* m_search = nullptr;
    QLabel* m_position = nullptr;
    QLineEdit* m_find = nullptr;
    std::vector<Entry> m_entries;
    std::optional<Sha256> m_current;
    std::optional<Sha256> m_awaited;
    Task<Result<desk::FileState>> m_state;
    Task<Done> m_export;
    Task<Done> m_seen;
};

} // namespace diakinisi::ui
