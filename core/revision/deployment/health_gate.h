// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/pending.h"
#include "core/engine/engine_client.h"
#include "core/model/deployment_progress.h"
#include "core/revision/deployment/health_judge.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>

namespace mediahelm::revision {

// What of a project has to come up. A plain value.
struct GateRequest {
    QString project;
    QStringList services; // whose containers are judged
    // How many containers a service must have at least; 1 where it says nothing.
    QHash<QString, int> scale;
    HealthExpectation expectation; // patience is a floor: a health check that takes longer is waited for
    std::chrono::milliseconds interval{1000}; // between two looks
    bool once = false; // one look alone: who has failed by now
};

// How the gate closed.
struct GateOutcome {
    QList<model::ServiceProgress> services;
    QList<model::ServiceFailure> failures; // service, container and reason alone; empty: all came up

    bool passed() const { return failures.isEmpty(); }
};

// Watches the containers of services until each has come up or one has failed for good. It looks at all of a round
// before it asks again, bounded by the engine client's own limits, and tells of what changed. An engine that does not
// answer for a while is waited for, within the patience. Owned by who deploys; its thread.
class HealthGate final : public QObject
{
    Q_OBJECT

public:
    // Both are borrowed.
    HealthGate(engine::EngineClient &engine, const base::Clock &clock, GateRequest request);

    // Once. Errors: cancelled; unreachable and the like, when the engine was away all the patience.
    QFuture<base::Result<GateOutcome>> wait();

Q_SIGNALS:
    void serviceChanged(const mediahelm::model::ServiceProgress &service);

private:
    struct Watched {
        base::ContainerId id;
        QString name;
        QString service;
        HealthJudge judge;
        HealthJudgement judgement;
    };

    void look();
    void takeContainers(const base::Result<QList<base::ContainerId>> &ids);
    void inspectNext(const std::shared_ptr<QList<base::ContainerId>> &left);
    void takeDetail(const model::ContainerDetail &detail);
    void roundDone();
    void giveUpOn(const base::Error &error);
    bool isOutOfPatience() const;
    model::ServiceProgress progressOf(const QString &service) const;
    void tell();
    void finish();

    engine::EngineClient &m_engine;
    const base::Clock &m_clock;
    GateRequest m_request;
    std::chrono::milliseconds m_begun{0};
    std::chrono::milliseconds m_patience{0}; // the longest of all
    std::map<QString, Watched> m_watched; // by id
    QSet<QString> m_seen; // ids of this round
    QHash<QString, model::ServiceProgress> m_told;
    QTimer m_next;
    base::Pending<GateOutcome> m_pending;
};

} // namespace mediahelm::revision
