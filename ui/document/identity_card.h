#pragma once
#include "desk/rows.h"
#include "signing/validation/signature_verdict.h"
#include "ui/parts/context.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;

namespace diakinisi::ui {

/// Particulars of a document, where it is now, whose turn it is and by when; every value can be copied.
class IdentityCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit IdentityCard(const Context& context, QWidget* parent = nullptr);
    void show(const desk::DocumentView& view);
    /// What a check of the main file's signatures says now, beside what was frozen when it was registered.
    void showJudged(const std::optional<signing::PdfVerdict>& verdict);

private:
    void rebuild();
    void addParticulars(QFormLayout* form);
    void addCharges(QFormLayout* form);
    void addRoute(QFormLayout* form);
    void addCorrections(QFormLayout* form);
    void addSignatures(QFormLayout* form);
    void line(QFormLayout* form, const QString& name, const QString& value, bool alarm = false);
    QString nameOf(const domain::PersonId& person) const;
    QString nameOf(const domain::UnitId& unit) const;

    Context m_context;
    std::optional<desk::DocumentView> m_view;
    std::optional<signing::PdfVerdict> m_judged;
};

} // namespace diakinisi::ui
