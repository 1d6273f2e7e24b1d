#pragma once
#include "domain/files.h"
#include "ui/parts/context.h"

#include <QWidget>

namespace diakinisi::ui {

class DocumentPages;

/// One file in a window of its own, to look at and to save: what a signature covers, for one.
class FileWindow : public QWidget
{
    Q_OBJECT

public:
    FileWindow(const Context& context, const domain::FileRef& file, QWidget* parent = nullptr);
    DocumentPages& pages() { return *m_pages; }

private:
    DocumentPages* m_pages;
};

} // namespace diakinisi::ui
