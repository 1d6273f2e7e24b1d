#pragma once
#include "desk/parts.h"
#include "desk/signing_doctor.h"

namespace diakinisi::desk {

class DeskSigningDoctor final : public SigningDoctor
{
public:
    explicit DeskSigningDoctor(Parts& parts) : m_parts(parts) {}
    std::vector<Finding> examine(std::stop_token stop) override;

private:
    Parts& m_parts;
};

} // namespace diakinisi::desk
