#pragma once
#include "base/result.h"
#include "domain/commands.h"
#include "domain/document.h"
#include "ledger/record.h"

namespace diakinisi::storage {

// Values as the store keeps them: canonical JSON. Reading back what does not read is StoreBroken.
Result<QByteArray> toBlob(const domain::Document& document);
Result<domain::Document> documentFromBlob(const QByteArray& blob);
Result<QByteArray> toBlob(const domain::Command& command);
Result<domain::Command> commandFromBlob(const QByteArray& blob);
Result<ledger::Record> recordFromBlob(const QByteArray& blob);

} // namespace diakinisi::storage
