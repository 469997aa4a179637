// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_root.h"

#include "app/cli/terminal.h"
#include "app/desktop/desktop.h"
#include "app/desktop/settings_repair.h"
#include "app/desktop/single_start.h"
#include "app/options/exit_code.h"
#include "app/roots/settings_choice.h"
#include "app/run/log_sink.h"
#include "app/run/process.h"
#include "app/run/unix_signals.h"
#include "core/base/folders.h"
#include "core/settings/ui_state.h"
#include "ui/shell/language.h"
#include "ui/style/theme.h"

#include <QApplication>

#include <memory>
#include <unistd.h>

namespace mediahelm::app {

namespace {

const char *const noDisplay = "there is no display to open the window on\n"
                              "run it headless with --server, or use a verb such as: mediahelm status";

// Qt ends the process with a core when a display is named and does not answer; that is no crash of ours.
void complainOfDisplay(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    Q_UNUSED(context)
    if (type != QtFatalMsg)
        return;
    Terminal({}).complain(QString::fromLatin1(noDisplay) + u'\n' + message.section(u'\n', 0, 0));
    ::_exit(ExitCode::unavailable);
}

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

// Whether another start has the window, and shows it. Runs the event loop until that is known: nothing is open yet.
bool handedOver(SingleStart &start)
{
    if (start.claim())
        return false;
    constexpr int open = 1;
    QObject::connect(&start, &SingleStart::handedOver, &start, [] { QCoreApplication::exit(ExitCode::ok); });
    QObject::connect(&start, &SingleStart::unanswered, &start, [] { QCoreApplication::exit(open); });
    QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    if (token.isEmpty())
        token = qgetenv("DESKTOP_STARTUP_ID");
    start.handOver(token);
    if (QApplication::exec() == ExitCode::ok)
        return true;
    // It was about to end, most likely; or it hangs, and then a second window is better than none.
    if (!start.claim())
        Terminal({}).complain(QStringLiteral("another Mediahelm is open here and does not answer"));
    return false;
}

} // namespace

int runDesktop(int &argc, char **argv, const CommandLine &line)
{
    if (!hasDisplay()) {
        Terminal({}).complain(QString::fromLatin1(noDisplay));
        return ExitCode::unavailable;
    }
    prepareProcess(ProcessKind::stays);
    QCoreApplication::setApplicationName(QStringLiteral("mediahelm"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MEDIAHELM_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.mediahelm.Mediahelm"));
    const auto before = qInstallMessageHandler(complainOfDisplay);
    const auto application = std::make_unique<QApplication>(argc, argv);
    qInstallMessageHandler(before);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Mediahelm"));

    settings::SettingsStore store(settingsSources(line, {settings::SettingScope::program}));
    installLogSink(logLevel(store, LogLevel::warning));
    const ui::Language language(store.uiState().text(QStringLiteral("language")));
    ui::Theme theme;
    SingleStart start(base::Folders::fromEnvironment().runtime.value_or(QString()), SingleStart::nameFor(store.file()));
    if (handedOver(start))
        return ExitCode::ok;
    if (!repairSettings(store))
        return ExitCode::config;

    Desktop desktop(store, theme);
    UnixSignals signals(UnixSignals::HangUp::ends);
    QObject::connect(&signals, &UnixSignals::ended, application.get(), [] { QCoreApplication::quit(); });
    QObject::connect(&start, &SingleStart::showAsked, &desktop, &Desktop::raise);
    desktop.show();
    return endWithin(endPatience, QApplication::exec());
}

} // namespace mediahelm::app
