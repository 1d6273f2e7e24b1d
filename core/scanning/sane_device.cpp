#include "scanning/sane_device.h"

#include <cmath>
#include <cstring>

namespace diakinisi::scanning {

namespace {

ErrorCode codeOf(SANE_Status status)
{
    switch (status) {
    case SANE_STATUS_CANCELLED:
        return ErrorCode::Cancelled;
    case SANE_STATUS_DEVICE_BUSY:
        return ErrorCode::ScannerBusy;
    case SANE_STATUS_JAMMED:
        return ErrorCode::ScannerJammed;
    case SANE_STATUS_NO_DOCS:
        return ErrorCode::ScannerNoPaper;
    case SANE_STATUS_COVER_OPEN:
        return ErrorCode::ScannerCoverOpen;
    case SANE_STATUS_IO_ERROR:
        return ErrorCode::ScannerOffline;
    case SANE_STATUS_NO_MEM:
        return ErrorCode::LimitExceeded;
    case SANE_STATUS_UNSUPPORTED:
        return ErrorCode::NotSupported;
    default:
        return ErrorCode::ScannerFailed;
    }
}

double fromWord(SANE_Word word, SANE_Value_Type type)
{
    return type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : double{static_cast<double>(word)};
}

} // namespace

Error saneError(SANE_Status status, const QString& what)
{
    return {codeOf(status), what, QString::fromUtf8(sane_strstatus(status))};
}

bool SaneDevice::Numbers::takes(double value) const
{
    if (values.empty())
        return value >= from && value <= to;
    return std::any_of(values.begin(), values.end(), [value](double v) { return std::abs(v - value) < 0.5; });
}

Result<SaneDevice> SaneDevice::open(const QString& name)
{
    if (name.isEmpty()) // SANE would take the first device that it finds
        return fail(ErrorCode::ScannerMissing);
    SANE_Handle handle = nullptr;
    const SANE_Status status = sane_open(name.toUtf8().constData(), &handle);
    if (status == SANE_STATUS_INVAL)
        return fail(ErrorCode::ScannerMissing, name, QString::fromUtf8(sane_strstatus(status)));
    if (status != SANE_STATUS_GOOD)
        return fail(saneError(status, name));
    return SaneDevice(handle, name);
}

SaneDevice::~SaneDevice()
{
    if (m_handle != nullptr)
        sane_close(m_handle);
}

std::optional<SaneDevice::Found> SaneDevice::find(const char* name) const
{
    SANE_Int count = 0;
    if (sane_control_option(m_handle, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return std::nullopt;
    for (SANE_Int index = 1; index < count; ++index) {
        const SANE_Option_Descriptor* const option = sane_get_option_descriptor(m_handle, index);
        if (option != nullptr && option->name != nullptr && std::strcmp(option->name, name) == 0 &&
            SANE_OPTION_IS_ACTIVE(option->cap))
            return Found{index, option};
    }
    return std::nullopt;
}

std::optional<QStringList> SaneDevice::words(const char* name) const
{
    const auto found = find(name);
    if (!found || found->option->type != SANE_TYPE_STRING)
        return std::nullopt;
    QStringList words;
    if (found->option->constraint_type == SANE_CONSTRAINT_STRING_LIST)
        for (const SANE_String_Const* word = found->option->constraint.string_list; *word != nullptr; ++word)
            words.append(QString::fromUtf8(*word));
    return words;
}

std::optional<SaneDevice::Numbers> SaneDevice::numbers(const char* name) const
{
    const auto found = find(name);
    if (!found || (found->option->type != SANE_TYPE_INT && found->option->type != SANE_TYPE_FIXED))
        return std::nullopt;
    const SANE_Option_Descriptor& option = *found->option;
    Numbers numbers;
    numbers.unit = option.unit;
    if (option.constraint_type == SANE_CONSTRAINT_RANGE) {
        numbers.from = fromWord(option.constraint.range->min, option.type);
        numbers.to = fromWord(option.constraint.range->max, option.type);
    } else if (option.constraint_type == SANE_CONSTRAINT_WORD_LIST) {
        const SANE_Word* const list = option.constraint.word_list; // its first word is the count
        for (SANE_Word i = 1; i <= list[0]; ++i)
            numbers.values.push_back(fromWord(list[i], option.type));
        std::sort(numbers.values.begin(), numbers.values.end());
    } else {
        return std::nullopt;
    }
    return numbers;
}

Done SaneDevice::setWord(const char* name, const QString& word)
{
    const auto found = find(name);
    if (!found)
        return fail(ErrorCode::NotSupported, QString::fromUtf8(name));
    QByteArray value = word.toUtf8();
    if (value.size() >= found->option->size)
        return fail(ErrorCode::NotSupported, QString::fromUtf8(name));
    value.append(found->option->size - value.size(), '\0'); // the driver may write its own spelling there
    const SANE_Status status =
        sane_control_option(m_handle, found->index, SANE_ACTION_SET_VALUE, value.data(), nullptr);
    if (status == SANE_STATUS_INVAL)
        return fail(ErrorCode::NotSupported, QString::fromUtf8(name), QString::fromUtf8(sane_strstatus(status)));
    if (status != SANE_STATUS_GOOD)
        return fail(saneError(status, m_name));
    return {};
}

Done SaneDevice::setNumber(const char* name, double number)
{
    const auto found = find(name);
    if (!found)
        return fail(ErrorCode::NotSupported, QString::fromUtf8(name));
    SANE_Word value = found->option->type == SANE_TYPE_FIXED ? SANE_FIX(number) : static_cast<SANE_Word>(number);
    const SANE_Status status = sane_control_option(m_handle, found->index, SANE_ACTION_SET_VALUE, &value, nullptr);
    if (status == SANE_STATUS_INVAL)
        return fail(ErrorCode::NotSupported, QString::fromUtf8(name), QString::fromUtf8(sane_strstatus(status)));
    if (status != SANE_STATUS_GOOD)
        return fail(saneError(status, m_name));
    return {};
}

Result<SANE_Parameters> SaneDevice::start()
{
    SANE_Parameters parameters{};
    SANE_Status status = sane_start(m_handle);
    if (status == SANE_STATUS_GOOD)
        status = sane_get_parameters(m_handle, &parameters);
    if (status != SANE_STATUS_GOOD)
        return fail(saneError(status, m_name));
    return parameters;
}

Result<QByteArray> SaneDevice::read(SANE_Int most)
{
    QByteArray bytes(most, Qt::Uninitialized);
    SANE_Int got = 0;
    SANE_Status status = SANE_STATUS_GOOD;
    while (status == SANE_STATUS_GOOD && got == 0)
        status = sane_read(m_handle, reinterpret_cast<SANE_Byte*>(bytes.data()), most, &got);
    if (status == SANE_STATUS_EOF)
        return QByteArray();
    if (status != SANE_STATUS_GOOD)
        return fail(saneError(status, m_name));
    bytes.resize(got);
    return bytes;
}

void SaneDevice::cancel()
{
    sane_cancel(m_handle);
}

} // namespace diakinisi::scanning
