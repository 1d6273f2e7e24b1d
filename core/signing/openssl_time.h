#pragma once
#include "base/time.h"

#include <optional>

struct asn1_string_st;

namespace diakinisi::signing {

/// An ASN1_TIME as a moment, with the fraction of a second that a GeneralizedTime may have; none when there is none or
/// it makes no sense.
std::optional<Instant> instantOf(const asn1_string_st* time);

} // namespace diakinisi::signing
