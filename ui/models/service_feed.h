// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/control.h"
#include "core/control/stats_source.h"
#include "core/model/container.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>

namespace mediahelm::ui {

class ServiceModel;

// Fills a ServiceModel from the seam: containers and connections always, measurements and passing time only while it is
// active, that is while somebody looks. Owned by its page; main thread; outlived by the model and what it is handed.
class ServiceFeed : public QObject
{
    Q_OBJECT

public:
    ServiceFeed(const control::Control &control, ServiceModel &model, QObject *parent = nullptr);
    ~ServiceFeed() override;

    void setActive(bool active);
    // Whose containers are measured while active; nullopt: all hosts'.
    void setHost(const std::optional<base::HostId> &host);

private:
    void addHost(const base::HostId &host);
    void onContainersChanged(const base::HostId &host, const model::ContainerChanges &changes);
    void onHostChanged(const base::HostId &host);
    void watch();

    control::Control m_control;
    ServiceModel &m_model;
    std::unique_ptr<control::StatsWatch> m_watch;
    QSet<model::ContainerKey> m_watched;
    std::optional<base::HostId> m_host;
    QTimer m_clock;
    QTimer m_rewatch; // many changes, one new wish
};

} // namespace mediahelm::ui
