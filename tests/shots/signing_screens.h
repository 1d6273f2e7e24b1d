#pragma once
#include "tests/shots/camera.h"

namespace diakinisi::shots {

/// A received letter that is signed, on the form.
void takeSignedLetter(Stage& stage, Camera& camera, ui::MainWindow& window);
/// The batch from plan to outcome, and what the file's signatures say.
void takeSigning(Stage& stage, Camera& camera, ui::MainWindow& window, QSize size);
/// Signing devices, and the warning that a certificate ends.
void takeDevices(Stage& stage, Camera& camera, ui::MainWindow& window);

} // namespace diakinisi::shots
