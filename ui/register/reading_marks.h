#pragma once
#include "recognition/letter_reading.h"
#include "ui/parts/page_spots.h"

#include <QObject>

#include <functional>
#include <map>

namespace diakinisi::ui {

/// What was read from the letter, put into the fields that the clerk has not touched, each marked with how sure it is.
/// A field that is typed in is the clerk's from then on: its mark goes, and nothing is written into it any more.
class ReadingMarks : public QObject
{
    Q_OBJECT

public:
    explicit ReadingMarks(QObject* parent = nullptr) : QObject(parent) {}

    /// `field` is called as in RegistrationConcern; `write` puts a text into it.
    void add(const QString& field, QWidget* widget, std::function<void(const QString&)> write);
    /// The clerk has typed in it.
    void touched(QWidget* widget);
    /// All fields are as new.
    void reset();

    /// Writes what was read, by field, into those that are open; the field may say where it was read.
    void write(const std::map<QString, recognition::ReadField>& read);
    std::vector<PageSpot> spots() const;
    QWidget* widget(const QString& field) const;
    /// What stands in the field was read, and nobody has typed in it.
    bool isRead(const QString& field) const;
    void retranslate();

Q_SIGNALS:
    void changed();                          ///< what is marked
    void fieldEntered(const QString& field); ///< the focus came to it

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field {
        QWidget* widget = nullptr;
        std::function<void(const QString&)> write;
        std::optional<recognition::ReadField> read{};
        bool open = true;
    };
    static void show(const Field& field);
    static void placeMark(QWidget* widget);

    std::map<QString, Field> m_fields;
    bool m_writing = false;
};

/// "Read from the letter, page 1; sure"
QString surenessWords(const recognition::ReadField& read);

/// Which fields of the form this reading fills, and with what.
std::map<QString, recognition::ReadField> fieldsOf(const recognition::LetterReading& reading, bool citizen);

} // namespace diakinisi::ui
