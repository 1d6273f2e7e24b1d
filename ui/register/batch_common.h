#pragma once
#include "desk/registration_batch.h"
#include "ui/parts/context.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace diakinisi::ui {

class TargetField;

/// What all documents of the grid have in common, said once.
class BatchCommon : public QWidget
{
    Q_OBJECT

public:
    explicit BatchCommon(const Context& context, QWidget* parent = nullptr);
    /// As it stands in the batch.
    void show(const desk::RegistrationBatch& batch);
    void focusCharge();

Q_SIGNALS:
    void changed(diakinisi::desk::BatchField field, const diakinisi::desk::BatchValue& value);

private:
    void retranslate();

    Context m_context;
    QLabel* m_heading;
    QLabel* m_kindLabel;
    QLineEdit* m_kind;
    QLabel* m_chargeLabel;
    TargetField* m_charge;
    bool m_showing = false;
};

} // namespace diakinisi::ui
