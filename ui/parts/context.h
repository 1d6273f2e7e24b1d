#pragma once
#include "base/clock.h"
#include "desk/desk.h"

namespace diakinisi::ui {

class Language;
class Preferences;
class Theme;
class PageCache;
class ActRunner;

/// What every page is given: the desk and the person's ways. All outlive the windows.
struct Context {
    desk::Desk& desk;
    const Clock& clock;
    Preferences& preferences;
    Language& language;
    Theme& theme;
    PageCache& pages;
    ActRunner& acts;
};

} // namespace diakinisi::ui
