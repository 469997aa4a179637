// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"
#include "ui/style/service_look.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace mediahelm::control {
class Fleet;
}

namespace mediahelm::ui {

// Tells which services have come to need somebody's eye, or need it no longer, in one sentence for a burst of changes.
// What is there at first is no news. Owned by its page; main thread.
class StateNews : public QObject
{
    Q_OBJECT

public:
    StateNews(const control::Fleet &fleet, QObject *parent);

Q_SIGNALS:
    void news(const QString &sentence); // "jellyfin: Unhealthy"

private:
    void onChanges(const base::HostId &host, const model::ContainerChanges &changes);
    void tell();

    QHash<model::ContainerKey, ServiceLook> m_looks;
    QHash<model::ContainerKey, QString> m_pending; // the latest of each
    QTimer m_burst;
};

} // namespace mediahelm::ui
