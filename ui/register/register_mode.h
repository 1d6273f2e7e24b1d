#pragma once

namespace diakinisi::ui {

/// What the registration form is opened for; the same form with other fields in front.
enum class RegisterMode { Incoming, Citizen, Draft };

} // namespace diakinisi::ui
