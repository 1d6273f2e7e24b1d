#pragma once
#include "base/error.h"

#include <tl/expected.hpp>

namespace diakinisi {

/// A value or the reason why there is none. Errors are values: no exception crosses a room's door.
template <class T>
using Result = tl::expected<T, Error>;

/// Done, or the reason why not.
using Done = Result<void>;

/// `return fail(ErrorCode::FieldMissing, u"subject"_qs);` from any function that returns a Result.
inline tl::unexpected<Error> fail(ErrorCode code, QString subject = {}, QString cause = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(cause)});
}

inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace diakinisi
