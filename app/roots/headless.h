// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roots/backbone.h"
#include "core/server/server.h"
#include "core/server/service_notifier.h"
#include "core/settings/settings_store.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace mediahelm::app {

// The headless program: sessions, server and the service manager's wishes, put together. Owned by runHeadless(); main
// thread.
class Headless final : public QObject
{
    Q_OBJECT

public:
    explicit Headless(settings::SettingsStore &store);
    ~Headless() override;

    // Whether address, names and token go together: 0, or 78 with the reason logged. Serves nobody.
    int check();
    // Listens, then connects to the hosts. Returns the exit status of a failure, or 0.
    int start();
    // SIGHUP: settings and token anew; what is wrong is logged, and what was right before goes on.
    void reload();
    // Ends what is under way, then the event loop with 0, within 10 s.
    void stop();

private:
    void tellStatus();

    settings::SettingsStore &m_store;
    Backbone m_backbone;
    server::Server m_server;
    server::ServiceNotifier m_notifier;
    QTimer m_lastCall;
};

// What the settings make of the server. Pure.
server::ServerOptions serverOptions(const settings::SettingsStore &store);

} // namespace mediahelm::app
