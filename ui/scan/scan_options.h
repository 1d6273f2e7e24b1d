#pragma once
#include "desk/scan_desk.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace diakinisi::ui {

/// How is scanned: scanner, where the paper lies, colours, resolution, and where a pile is split. Offers only what the
/// scanner can do.
class ScanOptions : public QWidget
{
    Q_OBJECT

public:
    explicit ScanOptions(QWidget* parent = nullptr);

    void setScanners(const std::vector<desk::ScannerChoice>& scanners);
    void setCapabilities(const scanning::ScannerCapabilities& capabilities);
    QString scanner() const;
    /// As it stands in the fields; its name is the one typed for keeping it.
    scanning::ScanProfile profile() const;
    void setProfile(const scanning::ScanProfile& profile);
    imaging::Separator separator() const;

Q_SIGNALS:
    void changed();
    void scannerChosen(const QString& id);
    void keepWanted(const diakinisi::scanning::ScanProfile& profile);

private:
    QComboBox* combo();
    void arrange();
    void retranslate();

    scanning::ScanProfile m_base; ///< what has no field here
    scanning::ScannerCapabilities m_can;
    QComboBox* m_scanner;
    QComboBox* m_source;
    QComboBox* m_colour;
    QComboBox* m_dpi;
    QComboBox* m_split;
    QCheckBox* m_blank;
    QLineEdit* m_name;
    QPushButton* m_keep;
    std::vector<std::pair<QLabel*, QWidget*>> m_labels;
};

} // namespace diakinisi::ui
