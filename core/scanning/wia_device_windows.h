#pragma once
#include "base/progress.h"
#include "base/result.h"

#include <QImage>

#include <optional>
#include <stop_token>
#include <vector>

#include <windows.h>

#include <wia.h>

namespace diakinisi::scanning {

/// A COM object that is let go at the end of its scope.
template <class T>
class ComHandle
{
public:
    ComHandle() = default;
    ComHandle(ComHandle&& other) noexcept : m_object(std::exchange(other.m_object, nullptr)) {}
    ComHandle& operator=(ComHandle&& other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }
    ~ComHandle()
    {
        if (m_object)
            m_object->Release();
    }
    T* operator->() const { return m_object; }
    explicit operator bool() const { return m_object != nullptr; }
    T** out() { return &m_object; }
    void** outVoid() { return reinterpret_cast<void**>(&m_object); }
    template <class Other>
    ComHandle<Other> as(REFIID id) const
    {
        ComHandle<Other> other;
        if (m_object)
            m_object->QueryInterface(id, other.outVoid());
        return other;
    }

private:
    T* m_object = nullptr;
};

/// The error that a result of WIA's stands for, `what` being the device.
Error wiaError(HRESULT result, const QString& what);

/// The properties of a device or of what it scans from.
class WiaProperties
{
public:
    explicit WiaProperties(ComHandle<IWiaPropertyStorage> storage) : m_storage(std::move(storage)) {}

    std::optional<LONG> number(PROPID id) const;
    QString text(PROPID id) const;
    /// What a number may be: single values, or a range.
    struct Numbers {
        std::vector<LONG> values; ///< empty for a range
        LONG least = 0;
        LONG normal = 0;
        LONG most = 0;

        bool takes(LONG number) const;
    };
    std::optional<Numbers> numbers(PROPID id) const;
    /// False when the driver does not take it.
    bool set(PROPID id, LONG number) const;
    bool set(PROPID id, const GUID& value) const;

private:
    bool write(PROPID id, PROPVARIANT& value) const;

    ComHandle<IWiaPropertyStorage> m_storage;
};

/// One opened device, and the one item that pages come from.
class WiaDevice
{
public:
    static Result<ComHandle<IWiaDevMgr>> manager();
    /// ScannerMissing, and those of wiaError.
    static Result<WiaDevice> open(const QString& id);

    const WiaProperties& root() const { return m_root; }
    const WiaProperties& item() const { return m_itemProperties; }
    /// The next page; progress in percent. ScannerNoPaper when the feeder is empty, Cancelled.
    Result<QImage> page(Progress& progress, const std::stop_token& stop);

private:
    WiaDevice(QString id, ComHandle<IWiaItem> root, ComHandle<IWiaItem> item);

    QString m_id;
    ComHandle<IWiaItem> m_rootItem;
    ComHandle<IWiaItem> m_item;
    WiaProperties m_root;
    WiaProperties m_itemProperties;
};

} // namespace diakinisi::scanning
