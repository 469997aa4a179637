// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/names.h"
#include "core/control/control.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace mediahelm::ui {

class MessageBar;

// Says above a page's content that a host of it is not connected, why, and what to do; hidden while all is well. The
// countdown to the next try runs without being announced again. Owned by its parent; main thread.
class ConnectionNotice : public QWidget
{
    Q_OBJECT

public:
    ConnectionNotice(const control::Control &control, const base::Clock &clock, QWidget *parent);

    void setHost(const std::optional<base::HostId> &host); // nullopt: all
    void refresh();

Q_SIGNALS:
    void hostsRequested();

private:
    void act();

    control::Control m_control;
    const base::Clock &m_clock;
    MessageBar *m_bar;
    std::optional<base::HostId> m_host;
    std::optional<base::HostId> m_only; // the one host that is not connected
    QString m_told;
    QTimer m_tick;
};

} // namespace mediahelm::ui
