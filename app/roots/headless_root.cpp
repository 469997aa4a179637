// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/headless_root.h"

#include "app/options/exit_code.h"
#include "app/roots/headless.h"
#include "app/roots/settings_choice.h"
#include "app/run/log_sink.h"
#include "app/run/process.h"
#include "app/run/unix_signals.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace mediahelm::app {

namespace {

Q_LOGGING_CATEGORY(log, "mediahelm.headless")

// Whether the settings can be worked with. A file with a mistake is stood in for by its last good copy, except when
// the question is whether it is right.
bool settingsUsable(const settings::SettingsStore &store, bool checking)
{
    bool usable = true;
    if (const auto problem = store.problem()) {
        usable = store.usingLastGood() && !checking;
        qCCritical(log, "%ls - %ls", qUtf16Printable(problem->message), qUtf16Printable(problem->detail));
        if (usable)
            qCWarning(log, "working with the last good copy of the settings");
    }
    if (const auto problem = store.overrideProblem()) {
        usable = false;
        qCCritical(log, "%ls, not \"%ls\"", qUtf16Printable(problem->message), qUtf16Printable(problem->detail));
    }
    const QStringList warnings = store.warnings();
    for (const QString &warning : warnings)
        qCWarning(log, "%ls", qUtf16Printable(warning));
    return usable;
}

} // namespace

int runHeadless(int &argc, char **argv, const CommandLine &line)
{
    using settings::SettingScope;
    const QCoreApplication application(argc, argv);
    settings::SettingsStore store(settingsSources(line, {SettingScope::program, SettingScope::server}));
    installLogSink(line.has(Option::quiet) ? LogLevel::error : logLevel(store, LogLevel::info));
    const bool checking = line.has(Option::checkConfig);
    if (!settingsUsable(store, checking))
        return ExitCode::config;
    Headless headless(store);
    if (checking)
        return headless.check();
    UnixSignals signals(UnixSignals::HangUp::reloads);
    QObject::connect(&signals, &UnixSignals::reload, &headless, &Headless::reload);
    QObject::connect(&signals, &UnixSignals::ended, &headless, &Headless::stop);
    if (const int failure = headless.start(); failure != ExitCode::ok)
        return failure;
    return endWithin(endPatience, QCoreApplication::exec());
}

} // namespace mediahelm::app
