#pragma once
#include "desk/signer.h"
#include "ui/parts/context.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace diakinisi::ui {

class MarkView;
class MessageBar;

/// How the visible mark will look on the document that is chosen, before any PIN: where it stands (by itself, or drawn)
/// and what it says. What is said is remembered for the person; a place belongs to its document.
class MarkBox : public QWidget
{
    Q_OBJECT

public:
    explicit MarkBox(const Context& context, QWidget* parent = nullptr);

    /// The document shown; nothing: none is chosen.
    void show(const std::optional<domain::DocumentId>& document);
    void setSigner(const QString& name);
    desk::SigningWishes wishes() const;
    MarkView& view() { return *m_view; }

private:
    QWidget* makePlaceRow();
    void addWishes(QFormLayout* form);
    void restore();
    void remember();
    void readImage(const QString& path);
    void chooseImage();
    void wishesChanged();
    void render();
    void take(const Result<desk::MarkPreview>& preview);
    void choosePlace(const QRectF& area);
    void choosePage(int page);
    void placeByItself();
    void retranslate();
    void retranslateCapacity();

    Context m_context;
    QLabel* m_heading;
    MarkView* m_view;
    MessageBar* m_bar;
    QLabel* m_where = nullptr;
    QSpinBox* m_page = nullptr;
    QPushButton* m_automatic = nullptr;
    QComboBox* m_capacity = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_place = nullptr;
    QPushButton* m_image = nullptr;
    QPushButton* m_noImage = nullptr;
    QCheckBox* m_code = nullptr;
    QLabel* m_capacityLabel = nullptr;
    QLabel* m_reasonLabel = nullptr;
    QLabel* m_placeLabel = nullptr;
    QLabel* m_imageLabel = nullptr;
    QTimer m_soon;
    std::optional<domain::DocumentId> m_document;
    QString m_signer;
    QString m_imagePath;
    QByteArray m_imageBytes;
    std::map<domain::DocumentId, desk::MarkSpot> m_spots; ///< drawn by hand
    std::optional<desk::MarkPreview> m_preview;
    Task<Result<desk::MarkPreview>> m_task;
};

} // namespace diakinisi::ui
