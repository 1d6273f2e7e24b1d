#pragma once
#include "base/result.h"
#include "desk/registrar.h"

namespace diakinisi::desk {

/// A form as it was left.
struct FormDraft {
    QUuid id;
    Instant savedAt;
    RegistrationForm form;
};

/// Forms saved as typed, found again after a crash.
class FormDrafts
{
public:
    virtual ~FormDrafts() = default;
    virtual Done save(const FormDraft& draft) = 0;
    virtual Result<std::vector<FormDraft>> list() = 0;
    virtual Done remove(const QUuid& id) = 0;
};

} // namespace diakinisi::desk
