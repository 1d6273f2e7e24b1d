#pragma once
#include <QDate>
#include <QLineEdit>

namespace diakinisi::ui {

/// A date as a clerk types it: "23/11", "23/11/26", "+5"; written out in full when the field is left. Empty is allowed.
class DateField : public QLineEdit
{
    Q_OBJECT

public:
    explicit DateField(QDate today, QWidget* parent = nullptr);

    /// "2026-11-23", or empty where nothing or no date stands there.
    QString iso() const;
    void setIso(const QString& date);
    /// Empty, or a real date.
    bool isAcceptable() const;

private:
    void complete();

    QDate m_today;
};

} // namespace diakinisi::ui
