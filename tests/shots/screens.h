#pragma once
#include "tests/fakes/fake_desk_parts.h"
#include "tests/fakes/manual_clock.h"
#include "tests/fakes/sample_office.h"
#include "ui/document/act_runner.h"
#include "ui/parts/context.h"
#include "ui/parts/page_cache.h"
#include "ui/parts/preferences.h"
#include "ui/parts/theme.h"
#include "ui/shell/main_window.h"
#include "ui/texts/language.h"

#include <QDir>

namespace diakinisi::shots {

/// A desk with its windows, for one round of pictures.
struct Stage {
    Stage(const QString& preferencesFile, ui::Language& language, ui::Theme& theme);
    ui::Context context() { return {desk, clock, preferences, language, theme, pages, acts}; }

    tests::ManualClock clock;
    fakes::SampleOffice sample;
    fakes::FakeDesk desk;
    ui::Preferences preferences;
    ui::Language& language;
    ui::Theme& theme;
    ui::PageCache pages;
    ui::ActRunner acts;
};

/// Opens every screen in turn and saves it as FOLDER/<prefix>-<screen>.png; false when one could not be saved.
bool takeAll(Stage& stage, const QDir& folder, const QString& prefix, QSize size);

} // namespace diakinisi::shots
