#include "recognition/gmime_mail_reader.h"
#include "recognition/tesseract_recogniser.h"
#include "rendering/poppler_renderer.h"
#include "scanning/combined_scanner.h"
#include "scanning/driver_scanners.h"
#include "scanning/escl_discovery.h"
#include "scanning/escl_scanner.h"
#include "worker/document_pages.h"
#include "worker/image_pages.h"
#include "worker/mail_jobs.h"
#include "worker/page_jobs.h"
#include "worker/render_jobs.h"
#include "worker/scan_jobs.h"
#include "worker/signature_jobs.h"
#include "worker/stamp_jobs.h"
#include "worker/token_jobs.h"
#include "worker/worker_loop.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QImageReader>

using namespace diakinisi;

namespace {

constexpr int mebibytesOfOneImage = 1024;

struct Settings {
    worker::Limits limits;
    std::int64_t cpuSeconds = 0;
};

std::optional<Settings> settingsFrom(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption memory(QStringLiteral("memory"), QStringLiteral("Address space, bytes."),
                                    QStringLiteral("bytes"), QString::number(2048 * limits::miB));
    const QCommandLineOption cpu(QStringLiteral("cpu"), QStringLiteral("Processor time of one request, seconds."),
                                 QStringLiteral("seconds"), QStringLiteral("120"));
    const QCommandLineOption written(QStringLiteral("written-file"), QStringLiteral("Largest file written, bytes."),
                                     QStringLiteral("bytes"), QString::number(limits::fileBytes));
    parser.addOptions({memory, cpu, written});
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty())
        return std::nullopt;
    const Settings settings{{parser.value(memory).toLongLong(), parser.value(written).toLongLong()},
                            parser.value(cpu).toLongLong()};
    if (settings.limits.memoryBytes <= 0 || settings.limits.writtenFileBytes <= 0 || settings.cpuSeconds <= 0)
        return std::nullopt;
    return settings;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const auto settings = settingsFrom(QCoreApplication::arguments());
    if (!settings || !worker::applyLimits(settings->limits)) {
        std::fputs("diakinisi-worker is started by the other programs; its limits could not be set.\n", stderr);
        return 2;
    }
    QImageReader::setAllocationLimit(mebibytesOfOneImage);
    rendering::PopplerRenderer pdf;
    worker::ImagePages images;
    worker::DocumentPages pages(pdf, images);
    scanning::EsclScanner escl(scanning::discoverEscl);
    const scanning::DriverScanners drivers = scanning::driverScanners();
    scanning::CombinedScanner scanner({{scanning::EsclScanner::prefix, &escl}, {{}, drivers.scanner.get()}});
    const auto settle = [&] {
        escl.settle();
        drivers.settle();
    };
    recognition::TesseractRecogniser recogniser;
    recognition::GmimeMailReader mail;
    const SystemClock clock;
    signing::DirectSignatureJudge judge(clock);
    worker::JobTable jobs;
    worker::addMailJobs(jobs, mail);
    worker::addPageJobs(jobs, recogniser, pages);
    worker::addRenderJobs(jobs, pages);
    worker::addScanJobs(jobs, scanner, settle);
    worker::addSignatureJobs(jobs, judge);
    worker::addStampJobs(jobs);
    worker::addTokenJobs(jobs);
    worker::WorkerLoop(worker::takeStreams(), std::move(jobs), settings->cpuSeconds).run();
    worker::endWithin(5);
    return 0;
}
