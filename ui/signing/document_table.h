#pragma once
#include <QTreeWidget>

namespace diakinisi::ui {

/// A table of documents with number, subject and what is to be said of each; long texts break their line.
class DocumentTable : public QTreeWidget
{
    Q_OBJECT

public:
    explicit DocumentTable(QWidget* parent = nullptr);
};

} // namespace diakinisi::ui
