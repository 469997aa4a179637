// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/control/host_directory.h"
#include "core/control/session/host_connection.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace mediahelm::control {

// One try of a profile from start to list, beside any existing connection. A job: it deletes itself a turn after it has
// finished; its parent ends it as cancelled. Main thread.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    ConnectionTest(model::HostProfile profile, const HostConnection::Surroundings &surroundings, QObject *parent);
    ~ConnectionTest() override;

    QFuture<base::Result<ConnectionTestReport>> start();

private:
    void greet();
    void list();
    void callFailed(const base::Error &error);
    void diagnose(model::ConnectionProblem suspected, const QString &detail);
    void outOfTime();
    void fail(model::ConnectionProblem problem, const QString &detail);
    void finish();

    model::HostProfile m_profile;
    HostConnection::Surroundings m_around;
    base::Pending<ConnectionTestReport> m_answer;
    ConnectionTestReport m_report;
    QElapsedTimer m_elapsed;
    QTimer m_deadline;
    bool m_diagnosing = false;
    std::unique_ptr<transport::Transport> m_transport;
    std::unique_ptr<engine::EngineClient> m_engine;
};

} // namespace mediahelm::control
