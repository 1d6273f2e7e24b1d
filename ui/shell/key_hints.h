#pragma once
#include <QDialog>

class QTreeWidget;

namespace diakinisi::ui {

/// The keys that are valid where the person is now (F1).
class KeyHints : public QDialog
{
    Q_OBJECT

public:
    enum class Place { List, Register, Together, Attention };

    explicit KeyHints(Place place, QWidget* parent = nullptr);

private:
    void retranslate();
    void add(const QString& keys, const QString& what);
    void addPlace();
    void addPages();

    Place m_place;
    QTreeWidget* m_list;
};

} // namespace diakinisi::ui
