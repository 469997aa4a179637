// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/model/container_action.h"

#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace mediahelm::ui {

class StateBadge;

// A service in trouble: what is wrong, since when, what its health check said, and what can be done. Owned by the
// Overview page; main thread.
class ServiceProblemCard final : public Card
{
    Q_OBJECT

public:
    explicit ServiceProblemCard(const model::ContainerKey &key, QWidget *parent = nullptr);

    void setContainer(const model::Container &container, bool showHost);
    void setProbeOutput(const QString &output);
    void setBusy(const std::optional<model::ContainerAction> &action); // an action is under way
    void setFailure(const QString &text); // of the last action; empty: none
    void refreshTimes();
    bool isOver() const; // by the passing of time alone: it has run long enough
    const model::ContainerKey &key() const { return m_key; }

Q_SIGNALS:
    void openAsked(const mediahelm::model::ContainerKey &key);
    void actionAsked(const mediahelm::model::ContainerKey &key, mediahelm::model::ContainerAction action);

private:
    void build();

    const model::ContainerKey m_key;
    model::Container m_container;
    std::optional<int> m_lastExitCode; // of the last end that was seen
    model::ContainerAction m_action = model::ContainerAction::restart;
    StateBadge *m_badge;
    QLabel *m_name;
    QLabel *m_place;
    QLabel *m_trouble;
    QLabel *m_output;
    QLabel *m_failure;
    QPushButton *m_open;
    QPushButton *m_act;
};

// A host whose connection does not stand: the problem, the remedy, when it is tried again. Owned by the Overview page;
// main thread.
class HostProblemCard final : public Card
{
    Q_OBJECT

public:
    explicit HostProblemCard(const base::HostId &host, QWidget *parent = nullptr);

    void setStatus(const control::HostStatus &status);
    void refreshTimes();
    const base::HostId &hostId() const { return m_host; }

Q_SIGNALS:
    void tryAsked(const mediahelm::base::HostId &host);
    void showAsked(const mediahelm::base::HostId &host);

private:
    const base::HostId m_host;
    model::ConnectionState m_state;
    StateBadge *m_badge;
    QLabel *m_text;
    QLabel *m_problem;
    QLabel *m_remedy;
};

} // namespace mediahelm::ui
