// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace mediahelm::server {

// Tells systemd how the service fares, by sd_notify(3): Type=notify or notify-reload and WatchdogSec= of the unit.
// Without $NOTIFY_SOCKET every call does nothing. The watchdog is fed from the event loop at half its time, so that a
// loop that hangs is noticed. Owned by the composition root; main thread.
class ServiceNotifier final : public QObject
{
    Q_OBJECT

public:
    explicit ServiceNotifier(QObject *parent = nullptr);

    void ready(); // start-up, or a reload, is complete
    void reloading(); // a reload has begun; ready() ends it
    void stopping();
    void status(const QString &text); // one line for `systemctl status`; line breaks become spaces

    bool watchdogEnabled() const { return m_watchdog.isActive(); }

private:
    QTimer m_watchdog;
};

} // namespace mediahelm::server
