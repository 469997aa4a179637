// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/service_notifier.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <systemd/sd-daemon.h>

namespace mediahelm::server {

ServiceNotifier::ServiceNotifier(QObject *parent)
    : QObject(parent)
{
    connect(&m_watchdog, &QTimer::timeout, this, [] { ::sd_notify(0, "WATCHDOG=1"); });
    std::uint64_t microseconds = 0;
    if (::sd_watchdog_enabled(0, &microseconds) > 0 && microseconds > 0) {
        const std::chrono::milliseconds half(std::max<std::uint64_t>(microseconds / 2000, 1));
        m_watchdog.start(half);
    }
}

void ServiceNotifier::ready()
{
    ::sd_notify(0, "READY=1");
}

void ServiceNotifier::reloading()
{
    // Type=notify-reload (systemd 253) wants the time of the reload's start beside the word.
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const qint64 microseconds = qint64(now.tv_sec) * 1000000 + now.tv_nsec / 1000;
    const QByteArray message = "RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(microseconds);
    ::sd_notify(0, message.constData());
}

void ServiceNotifier::stopping()
{
    ::sd_notify(0, "STOPPING=1");
}

void ServiceNotifier::status(const QString &text)
{
    QString line = text.left(500);
    line.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\r'), QLatin1Char(' '));
    ::sd_notify(0, QByteArray("STATUS=" + line.toUtf8()).constData());
}

} // namespace mediahelm::server
