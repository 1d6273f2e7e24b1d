#pragma once
#include "signing/validation/signature_verdict.h"

#include <QFrame>

class QFormLayout;
class QPushButton;
class QToolButton;

namespace diakinisi::ui {

/// One signature in plain words: who, in which capacity, when, valid or why not, what to do; the evidence folds out.
/// Made anew when the language changes. Reached by Tab; Enter or Space folds, the arrows go from card to card.
class SignatureCard : public QFrame
{
    Q_OBJECT

public:
    /// `capacity`: of the signer in this office; empty when he is not of it. `place`: "1 από 3".
    SignatureCard(const signing::SignatureVerdict& verdict, const QString& capacity, const QString& place,
                  QWidget* parent);

    bool isUnfolded() const;
    void setUnfolded(bool unfolded);

Q_SIGNALS:
    void signedVersionWanted(qint64 signedLength);
    void folded(bool unfolded);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void addWords(const signing::SignatureVerdict& verdict, const QString& capacity, QWidget* words);
    void addButtons(const signing::SignatureVerdict& verdict, QWidget* words);
    QWidget* makeEvidence(const signing::SignatureVerdict& verdict);

    QToolButton* m_fold = nullptr;
    QPushButton* m_version = nullptr;
    QWidget* m_evidence = nullptr;
};

} // namespace diakinisi::ui
