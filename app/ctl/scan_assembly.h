#pragma once
#include "base/worker_pool.h"
#include "ctl/arguments.h"
#include "ctl/command_line.h"
#include "desk/assemble_pages.h"
#include "recognition/worker_page_reader.h"
#include "rendering/worker_renderer.h"

#include <QJsonArray>

namespace diakinisi::ctl {

/// The options that scan run and scan assemble have in common, for Arguments::parse.
QStringList assemblyOptions();
QStringList assemblyFlags();

/// FieldInvalid (subject: the option) for what makes no sense.
Result<desk::AssembleOptions> assembleOptionsFrom(const Arguments& arguments, const Context& context);
recognition::RecognitionData recognitionDataFrom(const Arguments& arguments);

/// The workers of one command: one for files, one a core for pages.
class PageWorkers
{
public:
    PageWorkers();

    WorkerProcess process;
    rendering::WorkerRenderer renderer;
    WorkerPool pool;
    recognition::WorkerPageReader reader;
};

/// Makes the PDF, or PDFs where --split was given, prints what was done (--json) and says on the messages what could
/// not be recognised.
Exit assembleAndReport(Context& context, const Arguments& arguments, const QStringList& files, PageWorkers& workers);

} // namespace diakinisi::ctl
