#pragma once
#include "tests/shots/camera.h"

namespace diakinisi::shots {

/// Pages of a pile as they come, how is scanned, and the form that the letter fills.
void takeScanning(Stage& stage, Camera& camera, ui::MainWindow& window);

} // namespace diakinisi::shots
