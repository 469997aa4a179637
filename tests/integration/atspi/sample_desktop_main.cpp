// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_store.h"
#include "fakes/fake_control.h"
#include "fakes/sample_fleet.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QTimer>

using namespace mediahelm;

// The window over the sample fleet, for tests from outside. Runs until it is ended.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const ui::Theme theme;
    fakes::FakeControl fakes;
    fakes::fillSampleFleet(fakes);
    settings::SettingsStore store{settings::SettingsSources{}};
    ui::MainWindow window(fakes.control(), store);
    window.show();
    QTimer seconds;
    QObject::connect(&seconds, &QTimer::timeout, &window, [&fakes] { fakes.stats.tick(); });
    seconds.start(1000);
    return QApplication::exec();
}
