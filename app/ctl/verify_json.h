#pragma once
#include "signing/validation/signature_verdict.h"

#include <QJsonObject>

namespace diakinisi::ctl {

/// One signature as `pdf verify --json` tells it: the fields of the contract, and beside them what the verdict rests
/// on.
QJsonObject toJson(const signing::SignatureVerdict& verdict);

} // namespace diakinisi::ctl
