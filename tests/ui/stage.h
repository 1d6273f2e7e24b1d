#pragma once
#include "tests/fakes/fake_desk_parts.h"
#include "tests/fakes/manual_clock.h"
#include "tests/fakes/sample_office.h"
#include "tests/ui/hands.h"
#include "ui/document/act_runner.h"
#include "ui/parts/context.h"
#include "ui/parts/page_cache.h"
#include "ui/parts/preferences.h"
#include "ui/parts/theme.h"
#include "ui/texts/language.h"

#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>

namespace diakinisi::tests {

/// A desk with an office in memory and all that a window is given.
struct Stage {
    Stage()
        : sample(fakes::makeSampleOffice(clock)),
          desk(sample.office),
          preferences(folder.filePath(QStringLiteral("preferences.ini"))),
          pages(desk.files(), desk.lanes().images),
          acts(desk)
    {
        language.use(QStringLiteral("el"));
        theme.use(QStringLiteral("light"));
    }

    ui::Context context() { return {desk, clock, preferences, language, theme, pages, acts}; }

    /// Another person sits down at the same desk.
    void be(const domain::PersonId& person)
    {
        sample.office->me = person;
        Q_EMIT desk.listsChanged();
        Q_EMIT desk.directoryChanged();
    }

    QTemporaryDir folder;
    ManualClock clock;
    fakes::SampleOffice sample;
    fakes::FakeDesk desk;
    ui::Preferences preferences;
    ui::Language language;
    ui::Theme theme;
    ui::PageCache pages;
    ui::ActRunner acts;
};

} // namespace diakinisi::tests
