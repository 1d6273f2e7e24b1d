#pragma once
#include "ctl/arguments.h"
#include "signing/pades/sign_pdf.h"

#include <optional>

namespace diakinisi::ctl {

/// What `pdf sign` was told of the visible mark.
struct MarkRequest {
    bool wanted = false;
    bool findsPlace = false; ///< --visible auto
    signing::VisibleMark mark;
};

/// FieldInvalid with what is wrong as subject; FileUnreadable, ImageUnreadable.
Result<MarkRequest> readMarkRequest(const Arguments& arguments);

/// Puts the mark into the options of one file; with --visible auto finds its place there (and the empty field that may
/// wait there, when no field was named). Errors as desk::findMarkRoom.
Done placeMarkIn(const QString& path, const MarkRequest& request, signing::SignOptions& options);

} // namespace diakinisi::ctl
