#include "scanning/escl_scanner.h"

#include "scanning/escl_job.h"
#include "scanning/received_pages.h"

#include <QFile>

namespace diakinisi::scanning {

namespace {

constexpr int ok = 200;
constexpr double millimetresAnInch = 25.4;
constexpr std::chrono::milliseconds endPatience{2'000};

/// The address in an id; an invalid one for what is no id of ours.
QUrl addressOf(const QString& id)
{
    QUrl url(id.mid(EsclScanner::prefix.size()), QUrl::StrictMode);
    const bool good = id.startsWith(EsclScanner::prefix) && url.isValid() && !url.host().isEmpty() &&
                      (url.scheme() == u"http" || url.scheme() == u"https") && url.userInfo().isEmpty() &&
                      !url.hasQuery() && !url.hasFragment();
    if (!good)
        return {};
    while (url.path().endsWith(u'/'))
        url.setPath(url.path().chopped(1));
    if (url.path().isEmpty())
        url.setPath(QStringLiteral("/eSCL"));
    return url;
}

/// First as it came, then as the page that it is.
Result<ScannedPage> keepPage(PageFiles& files, const QByteArray& bytes, const ScanOptions& options)
{
    const auto path = files.next();
    if (!path)
        return fail(path.error());
    const QString kept = received::keep(*path, options.dpi, options.colour, bytes);
    const auto picture = received::pictureOf(bytes, options.dpi, options.colour);
    auto page = picture ? files.write(*picture, options.dpi) : fail(picture.error());
    QFile::remove(kept); // after an error too: the clerk is told, and scans this page again
    return page;
}

} // namespace

const QString EsclScanner::prefix = QStringLiteral("escl:");

EsclScanner::EsclScanner(Discover discover, EsclLimits limits) : m_discover(std::move(discover)), m_limits(limits) {}

EsclScanner::~EsclScanner()
{
    settle();
}

void EsclScanner::settle()
{
    if (m_job)
        m_job->client.remove(m_job->path, endPatience);
    m_job.reset();
}

Result<EsclScanner::Device> EsclScanner::open(const QString& id, const std::stop_token& stop) const
{
    const QUrl address = addressOf(id);
    if (address.isEmpty())
        return fail(ErrorCode::ScannerMissing, id);
    EsclClient client(address, m_limits);
    const auto answer = client.getFirst(QStringLiteral("ScannerCapabilities"), stop);
    if (!answer)
        return fail(answer.error());
    if (answer->status != ok)
        return fail(answer->status == 404 ? ErrorCode::ScannerMissing : ErrorCode::ScannerFailed, id,
                    QStringLiteral("HTTP status %1").arg(answer->status));
    auto can = escl::capabilitiesFrom(answer->body);
    if (!can)
        return fail(can.error().code, id, can.error().cause);
    return Device{std::move(client), std::move(*can)};
}

Result<std::vector<ScannerInfo>> EsclScanner::list(std::stop_token stop)
{
    settle();
    return m_discover(std::move(stop));
}

Result<ScannerCapabilities> EsclScanner::capabilities(const QString& scanner, std::stop_token stop)
{
    settle();
    const auto device = open(scanner, stop);
    if (!device)
        return fail(device.error());
    return escl::capabilitiesOf(device->can);
}

Result<int> EsclScanner::scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                              std::stop_token stop)
{
    auto files = PageFiles::in(options.folder, options.name, options.numbers);
    if (!files)
        return fail(files.error());
    if (options.area.width() < 1 || options.area.height() < 1)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("area"));
    settle();
    auto device = open(options.scanner, stop);
    if (!device)
        return fail(device.error());
    const auto settings = escl::settingsFor(options, device->can);
    if (!settings)
        return fail(settings.error());
    const auto lines = static_cast<std::int64_t>(options.area.height() / millimetresAnInch * options.dpi);
    progress.report(0, lines); // whoever waits for us hears that the device is there
    escl::JobRun run(
        device->client, options.source, [&] { progress.report(0, lines); }, stop);
    const auto path = run.begin(*settings);
    if (!path)
        return fail(path.error());
    m_job.emplace(Job{device->client, *path});
    const int most = options.source == ScanSource::Flatbed ? 1 : options.mostPages;
    int count = 0;
    while (most <= 0 || count < most) {
        const auto bytes = run.next(
            [&](std::int64_t got, std::int64_t all) { progress.report(all > 0 ? lines * got / all : 0, lines); });
        if (!bytes)
            return fail(bytes.error());
        if (bytes->isEmpty()) {
            m_job.reset(); // the device has ended it itself
            break;
        }
        progress.report(lines, lines);
        const auto page = keepPage(*files, *bytes, options);
        if (!page)
            return fail(page.error());
        progress.report(page->pixels.height(), page->pixels.height());
        ++count;
        if (pageReady)
            pageReady(*page);
    }
    return count;
}

} // namespace diakinisi::scanning
