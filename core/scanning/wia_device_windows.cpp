#include "scanning/wia_device_windows.h"

#include <QFile>
#include <QImageReader>

#include <atomic>

#include <wiadef.h>

namespace diakinisi::scanning {

namespace {

constexpr int largestSide = 20'000;
constexpr HRESULT coverOpen = static_cast<HRESULT>(0x80210016); // WIA_ERROR_COVER_OPEN, not in every header
constexpr HRESULT noSuchDevice = static_cast<HRESULT>(0x80210015);

PROPSPEC specOf(PROPID id)
{
    PROPSPEC spec{};
    spec.ulKind = PRSPEC_PROPID;
    spec.propid = id;
    return spec;
}

/// A value that COM gave us.
struct Value : PROPVARIANT {
    Value() { PropVariantInit(this); }
    ~Value() { PropVariantClear(this); }
    Value(const Value&) = delete;
    Value& operator=(const Value&) = delete;
};

ErrorCode codeOf(HRESULT result)
{
    switch (result) {
    case WIA_ERROR_PAPER_JAM:
    case WIA_ERROR_PAPER_PROBLEM:
        return ErrorCode::ScannerJammed;
    case WIA_ERROR_PAPER_EMPTY:
    case WIA_STATUS_END_OF_MEDIA:
        return ErrorCode::ScannerNoPaper;
    case WIA_ERROR_BUSY:
    case WIA_ERROR_WARMING_UP:
    case WIA_ERROR_DEVICE_LOCKED:
        return ErrorCode::ScannerBusy;
    case WIA_ERROR_OFFLINE:
    case WIA_ERROR_DEVICE_COMMUNICATION:
        return ErrorCode::ScannerOffline;
    case coverOpen:
        return ErrorCode::ScannerCoverOpen;
    case noSuchDevice:
        return ErrorCode::ScannerMissing;
    case E_OUTOFMEMORY:
        return ErrorCode::LimitExceeded;
    default:
        return ErrorCode::ScannerFailed;
    }
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor" // COM's interfaces have none: nobody deletes through them

/// Hears how far a page is, and ends it when we are told to stop.
class Listener final : public IWiaDataCallback
{
public:
    Listener(Progress& progress, const std::stop_token& stop) : m_progress(progress), m_stop(stop) {}

    HRESULT WINAPI QueryInterface(REFIID id, void** object) override
    {
        const bool known = IsEqualIID(id, IID_IUnknown) || IsEqualIID(id, IID_IWiaDataCallback);
        *object = known ? static_cast<IWiaDataCallback*>(this) : nullptr;
        return known ? S_OK : E_NOINTERFACE;
    }
    ULONG WINAPI AddRef() override { return ++m_count; } // lives on the stack of the call that it listens to
    ULONG WINAPI Release() override { return --m_count; }
    HRESULT WINAPI BandedDataCallback(LONG message, LONG, LONG percent, LONG, LONG, LONG, LONG, BYTE*) override
    {
        if (message == IT_MSG_STATUS)
            m_progress.report(percent, 100);
        return m_stop.stop_requested() ? S_FALSE : S_OK;
    }

private:
    Progress& m_progress;
    const std::stop_token& m_stop;
    std::atomic<ULONG> m_count{1};
};

#pragma GCC diagnostic pop

Result<QImage> readBitmap(const QString& path)
{
    QImageReader reader(path, QByteArrayLiteral("bmp"));
    const QSize size = reader.size();
    if (size.width() > largestSide || size.height() > largestSide)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("scanner"));
    const QImage image = reader.read();
    return image.isNull() ? fail(ErrorCode::ScannerFailed, {}, reader.errorString()) : Result<QImage>(image);
}

} // namespace

Error wiaError(HRESULT result, const QString& what)
{
    return {codeOf(result), what, QStringLiteral("WIA 0x%1").arg(static_cast<quint32>(result), 8, 16, QChar(u'0'))};
}

std::optional<LONG> WiaProperties::number(PROPID id) const
{
    const PROPSPEC spec = specOf(id);
    Value value;
    if (!m_storage || m_storage->ReadMultiple(1, &spec, &value) != S_OK || value.vt != VT_I4)
        return std::nullopt;
    return value.lVal;
}

QString WiaProperties::text(PROPID id) const
{
    const PROPSPEC spec = specOf(id);
    Value value;
    if (!m_storage || m_storage->ReadMultiple(1, &spec, &value) != S_OK || value.vt != VT_BSTR)
        return {};
    return QString::fromWCharArray(value.bstrVal);
}

bool WiaProperties::Numbers::takes(LONG number) const
{
    if (values.empty())
        return number >= least && number <= most;
    return std::find(values.begin(), values.end(), number) != values.end();
}

std::optional<WiaProperties::Numbers> WiaProperties::numbers(PROPID id) const
{
    PROPSPEC spec = specOf(id);
    ULONG flags = 0;
    Value value;
    if (!m_storage || m_storage->GetPropertyAttributes(1, &spec, &flags, &value) != S_OK ||
        value.vt != (VT_VECTOR | VT_I4))
        return std::nullopt;
    const std::vector<LONG> given(value.cal.pElems, value.cal.pElems + value.cal.cElems);
    Numbers numbers;
    if ((flags & WIA_PROP_RANGE) != 0 && given.size() >= WIA_RANGE_NUM_ELEMS) {
        numbers.least = given[WIA_RANGE_MIN];
        numbers.normal = given[WIA_RANGE_NOM];
        numbers.most = given[WIA_RANGE_MAX];
        return numbers;
    }
    constexpr std::size_t before = 2; // a list begins with its count and its normal value
    if ((flags & WIA_PROP_LIST) == 0 || given.size() <= before)
        return std::nullopt;
    numbers.values.assign(given.begin() + before, given.end());
    return numbers;
}

bool WiaProperties::set(PROPID id, LONG number) const
{
    PROPVARIANT value{};
    value.vt = VT_I4;
    value.lVal = number;
    return write(id, value);
}

bool WiaProperties::set(PROPID id, const GUID& guid) const
{
    GUID copy = guid;
    PROPVARIANT value{};
    value.vt = VT_CLSID;
    value.puuid = &copy;
    return write(id, value);
}

bool WiaProperties::write(PROPID id, PROPVARIANT& value) const
{
    const PROPSPEC spec = specOf(id);
    return m_storage && SUCCEEDED(m_storage->WriteMultiple(1, &spec, &value, WIA_IPA_FIRST));
}

Result<ComHandle<IWiaDevMgr>> WiaDevice::manager()
{
    ComHandle<IWiaDevMgr> manager;
    const HRESULT made =
        CoCreateInstance(CLSID_WiaDevMgr, nullptr, CLSCTX_LOCAL_SERVER, IID_IWiaDevMgr, manager.outVoid());
    return SUCCEEDED(made) ? Result<ComHandle<IWiaDevMgr>>(std::move(manager))
                           : fail(wiaError(made, QStringLiteral("WIA")));
}

Result<WiaDevice> WiaDevice::open(const QString& id)
{
    auto devices = manager();
    if (!devices)
        return fail(devices.error());
    const BSTR name = SysAllocString(reinterpret_cast<const wchar_t*>(id.utf16()));
    ComHandle<IWiaItem> root;
    const HRESULT opened = (*devices)->CreateDevice(name, root.out());
    SysFreeString(name);
    if (opened == E_INVALIDARG)
        return fail(ErrorCode::ScannerMissing, id);
    if (FAILED(opened))
        return fail(wiaError(opened, id));
    ComHandle<IEnumWiaItem> items;
    ComHandle<IWiaItem> item;
    ULONG got = 0;
    if (FAILED(root->EnumChildItems(items.out())) || items->Next(1, item.out(), &got) != S_OK || got != 1)
        return fail(ErrorCode::ScannerFailed, id, QStringLiteral("nothing to scan from"));
    return WiaDevice(id, std::move(root), std::move(item));
}

WiaDevice::WiaDevice(QString id, ComHandle<IWiaItem> root, ComHandle<IWiaItem> item)
    : m_id(std::move(id)),
      m_rootItem(std::move(root)),
      m_item(std::move(item)),
      m_root(m_rootItem.as<IWiaPropertyStorage>(IID_IWiaPropertyStorage)),
      m_itemProperties(m_item.as<IWiaPropertyStorage>(IID_IWiaPropertyStorage))
{
}

Result<QImage> WiaDevice::page(Progress& progress, const std::stop_token& stop)
{
    const auto transfer = m_item.as<IWiaDataTransfer>(IID_IWiaDataTransfer);
    if (!transfer || !m_itemProperties.set(WIA_IPA_TYMED, TYMED_FILE) ||
        !m_itemProperties.set(WIA_IPA_FORMAT, WiaImgFmt_BMP))
        return fail(ErrorCode::NotSupported, QStringLiteral("scanner"), QStringLiteral("no transfer of bitmaps"));
    Listener listener(progress, stop);
    STGMEDIUM medium{};
    medium.tymed = TYMED_FILE;
    const HRESULT result = transfer->idtGetData(&medium, &listener);
    const QString file = medium.lpszFileName ? QString::fromWCharArray(medium.lpszFileName) : QString();
    Result<QImage> image = fail(ErrorCode::Cancelled);
    if (!stop.stop_requested())
        image = result == S_OK ? readBitmap(file) : fail(wiaError(result, m_id));
    if (!file.isEmpty())
        QFile::remove(file);
    ReleaseStgMedium(&medium);
    return image;
}

} // namespace diakinisi::scanning
