#pragma once
#include "desk/parts.h"
#include "desk/signing_doctor.h"
#include "desk/signing_findings.h"

namespace diakinisi::desk {

class DeskSigningDoctor final : public SigningDoctor
{
public:
    explicit DeskSigningDoctor(Parts& parts) : m_parts(parts) {}
    std::vector<Finding> examine(std::stop_token stop) override;

private:
    void askForTimestamp(Examination& examination, const std::stop_token& stop);

    Parts& m_parts;
};

} // namespace diakinisi::desk
