#pragma once
#include "domain/commands.h"

namespace diakinisi::tests {

inline domain::Command makeCommand(IdSource& ids, const domain::DocumentId& document, domain::CommandBody body)
{
    domain::Command command;
    command.id = ids.make<domain::CommandId>();
    command.document = document;
    command.body = std::move(body);
    return command;
}

/// A signature whose one signed rendition is this file.
inline domain::Sign makeSign(IdSource& ids, const Sha256& file)
{
    domain::NewRendition rendition;
    rendition.file = {file, 10, QStringLiteral("application/pdf"), {}};
    domain::Sign body;
    body.step = ids.make<domain::StepId>();
    body.renditions = {rendition};
    return body;
}

} // namespace diakinisi::tests
