#pragma once
#include <QString>

namespace diakinisi::ctl {

/// diakinisi-worker: beside this program as built, or where packages put it.
QString findWorkerProgram();

} // namespace diakinisi::ctl
