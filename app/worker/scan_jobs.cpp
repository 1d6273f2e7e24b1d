#include "worker/scan_jobs.h"

#include "scanning/received_pages.h"
#include "scanning/wire.h"

namespace diakinisi::worker {

using namespace scanning;

namespace {

Result<WorkerMessage> scan(Scanner& scanner, const QJsonObject& head, const JobContext& context)
{
    const auto options = wire::toOptions(head);
    if (!options)
        return fail(options.error());
    const auto pages = scanner.scan(
        *options,
        [&](const ScannedPage& page) {
            context.part({wire::fromPage(page), {}});
        },
        Progress([&](std::int64_t done, std::int64_t total) {
            context.part({wire::fromProgress(done, total), {}});
        }),
        context.stop);
    return pages.map([](int count) { return WorkerMessage{wire::fromCount(count), {}}; });
}

} // namespace

void addScanJobs(JobTable& jobs, Scanner& scanner, std::function<void()> settle)
{
    jobs[QStringLiteral("scanners")] = [&scanner](const WorkerMessage&, const JobContext& context) {
        return scanner.list(context.stop).map([](const std::vector<ScannerInfo>& scanners) {
            return WorkerMessage{wire::fromScanners(scanners), {}};
        });
    };
    jobs[QStringLiteral("scanner")] = [&scanner](const WorkerMessage& request, const JobContext& context) {
        return scanner.capabilities(request.head.value(u"scanner").toString(), context.stop)
            .map([](const ScannerCapabilities& can) {
                return WorkerMessage{wire::fromCapabilities(can), {}};
            });
    };
    jobs[QStringLiteral("received")] = [](const WorkerMessage& request, const JobContext&) {
        return received::finish(request.head.value(u"file").toString()).map([](const ScannedPage& page) {
            return WorkerMessage{wire::fromPage(page), {}};
        });
    };
    jobs[QStringLiteral("scan")] = [&scanner, settle = std::move(settle)](const WorkerMessage& request,
                                                                          const JobContext& context) {
        context.afterwards(settle);
        return scan(scanner, request.head, context);
    };
}

} // namespace diakinisi::worker
