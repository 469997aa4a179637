// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace mediahelm::control {
class HostDirectory;
}

namespace mediahelm::ui {

class HostCard;
class MessageBar;

// The hosts that the user keeps, with their connections. Owned by the shell; main thread.
class HostsPage final : public QWidget
{
    Q_OBJECT

public:
    HostsPage(control::Fleet &fleet, control::HostDirectory &hosts, QWidget *parent = nullptr);

    void addHost(); // opens the dialog
    void editHost(const base::HostId &host);
    void removeHost(const base::HostId &host); // asks first

Q_SIGNALS:
    void notice(const QString &text); // something was done, in the past tense

private:
    void build();
    void onHostAdded(const base::HostId &host);
    void onHostRemoved(const base::HostId &host);
    void refresh(const base::HostId &host);
    void reorder();
    HostCard *card(const base::HostId &host) const;
    void showFailure(const base::Error &error, const QString &headline);

    control::Fleet &m_fleet;
    control::HostDirectory &m_hosts;
    MessageBar *m_failure = nullptr;
    QStackedWidget *m_stack = nullptr;
    QVBoxLayout *m_list = nullptr;
    QList<HostCard *> m_cards;
};

} // namespace mediahelm::ui
