#pragma once
#include "base/result.h"

#include <QStringList>

#include <sane/sane.h>

#include <optional>

namespace diakinisi::scanning {

/// The error that a SANE status stands for, `what` being the device or the option.
Error saneError(SANE_Status status, const QString& what);

/// One opened SANE device: its options by name, and reading.
class SaneDevice
{
public:
    /// What a numeric option takes: rising single values, or a range.
    struct Numbers {
        std::vector<double> values; ///< empty for a range
        double from = 0;
        double to = 0;
        SANE_Unit unit = SANE_UNIT_NONE;

        bool takes(double value) const;
    };

    static Result<SaneDevice> open(const QString& name);
    ~SaneDevice();
    SaneDevice(SaneDevice&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)), m_name(other.m_name) {}
    SaneDevice& operator=(SaneDevice&&) = delete;

    /// The words that a text option takes; nothing when the device has no such option.
    std::optional<QStringList> words(const char* option) const;
    std::optional<Numbers> numbers(const char* option) const;
    Done setWord(const char* option, const QString& word);
    Done setNumber(const char* option, double number);

    /// Begins a page, to be ended by cancel() whatever comes of it.
    Result<SANE_Parameters> start();
    /// Up to `most` more bytes; empty at the end of the page.
    Result<QByteArray> read(SANE_Int most);
    /// Ends the page, finished or not; the driver may take its time.
    void cancel();

private:
    SaneDevice(SANE_Handle handle, QString name) : m_handle(handle), m_name(std::move(name)) {}
    struct Found {
        SANE_Int index = 0;
        const SANE_Option_Descriptor* option = nullptr;
    };
    std::optional<Found> find(const char* name) const;

    SANE_Handle m_handle = nullptr;
    QString m_name;
};

} // namespace diakinisi::scanning
