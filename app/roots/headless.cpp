// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/headless.h"

#include "app/options/exit_code.h"
#include "app/roots/settings_choice.h"
#include "app/run/log_sink.h"
#include "core/control/fleet.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace std::chrono_literals;

namespace mediahelm::app {

namespace {

Q_LOGGING_CATEGORY(log, "mediahelm.headless")

int exitCodeOfListening(base::ErrorKind kind)
{
    switch (kind) {
    case base::ErrorKind::invalid: return ExitCode::config;
    case base::ErrorKind::refused: return ExitCode::noPermission;
    case base::ErrorKind::conflict:
    case base::ErrorKind::unreachable: return ExitCode::unavailable;
    default: return ExitCode::system;
    }
}

void logError(const char *what, const base::Error &error)
{
    qCCritical(log, "%s: %ls%s%ls", what, qUtf16Printable(error.message), error.detail.isEmpty() ? "" : " - ",
               qUtf16Printable(error.detail));
}

} // namespace

server::ServerOptions serverOptions(const settings::SettingsStore &store)
{
    using settings::Setting;
    server::ServerOptions options;
    options.address = store.text(Setting::serverHost);
    options.port = static_cast<quint16>(store.integer(Setting::serverPort));
    options.tokenFile = store.text(Setting::serverTokenFile);
    options.allowedHosts = store.list(Setting::serverAllowHosts);
    options.allowedOrigins = store.list(Setting::serverAllowOrigins);
    return options;
}

Headless::Headless(settings::SettingsStore &store)
    : m_store(store)
    , m_backbone(store)
    , m_server(serverOptions(store), m_backbone.control(), m_backbone.clock())
{
    m_lastCall.setSingleShot(true);
    m_lastCall.setInterval(10s);
    connect(&m_lastCall, &QTimer::timeout, this, [] { QCoreApplication::exit(ExitCode::ok); });
    connect(&m_server, &server::Server::stopped, this, [] { QCoreApplication::exit(ExitCode::ok); });
}

Headless::~Headless() = default;

int Headless::check()
{
    setLogLevel(LogLevel::error);
    // Listening is what looks at all of it. On a free port, so that a server that runs is no mistake; nobody is
    // accepted, because no event loop runs.
    server::ServerOptions options = serverOptions(m_store);
    options.port = 0;
    server::Server trial(options, m_backbone.control(), m_backbone.clock());
    const base::Status status = trial.listen();
    if (status || status.error().kind != base::ErrorKind::invalid)
        return ExitCode::ok;
    logError("the configuration is wrong", status.error());
    return ExitCode::config;
}

int Headless::start()
{
    if (const base::Status status = m_server.listen(); !status) {
        logError("cannot serve", status.error());
        return exitCodeOfListening(status.error().kind);
    }
    m_backbone.sessions().start();
    tellStatus();
    m_notifier.ready();
    return ExitCode::ok;
}

void Headless::tellStatus()
{
    m_notifier.status(QStringLiteral("Watching %1 hosts, listening on %2")
                          .arg(m_backbone.control().fleet.hosts().size())
                          .arg(m_server.address()));
}

void Headless::reload()
{
    m_notifier.reloading();
    const base::Status read = m_store.reload();
    if (!read) {
        logError("the settings stay as they were", read.error());
    } else {
        setLogLevel(logLevel(m_store, LogLevel::info));
        m_backbone.sessions().reload();
        if (const base::Status taken = m_server.reload(serverOptions(m_store)); !taken)
            logError("reload", taken.error());
        else
            qCInfo(log, "settings read again");
    }
    tellStatus();
    m_notifier.ready();
}

void Headless::stop()
{
    qCInfo(log, "ending");
    m_notifier.stopping();
    m_lastCall.start();
    m_server.stop();
}

} // namespace mediahelm::app
