// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace mediahelm::ui {

class Card;
class SymbolLabel;

// One host on the Hosts page: where it is, how its connection stands and what to do about it. Owned by the page; main
// thread. Counts down by itself while it is seen and waits.
class HostCard final : public QWidget
{
    Q_OBJECT

public:
    explicit HostCard(const base::HostId &id, QWidget *parent = nullptr);

    void setStatus(const control::HostStatus &status, int containers, int running, bool listed);
    const base::HostId &hostId() const { return m_id; }

Q_SIGNALS:
    void connectAsked(const mediahelm::base::HostId &host);
    void disconnectAsked(const mediahelm::base::HostId &host);
    void editAsked(const mediahelm::base::HostId &host);
    void removeAsked(const mediahelm::base::HostId &host);

private:
    void build();
    void refreshTimes();
    void showProblem();

    const base::HostId m_id;
    control::HostStatus m_status;
    QTimer m_tick;
    Card *m_card;
    SymbolLabel *m_symbol;
    QLabel *m_name;
    QLabel *m_address;
    QLabel *m_state;
    QLabel *m_facts;
    QLabel *m_problem;
    QLabel *m_remedy;
    QLabel *m_detail;
    QPushButton *m_connect;
    QPushButton *m_disconnect;
    QToolButton *m_edit;
    QToolButton *m_remove;
};

} // namespace mediahelm::ui
