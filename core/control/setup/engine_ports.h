// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/control/gathering/gathering.h"
#include "core/workspace/setup/setup_request.h"

#include <QObject>
#include <QTimer>

namespace mediahelm::control {

// What the engine of this machine says of ports. A plain value.
struct PublishedPorts {
    QList<workspace::TakenPort> others;
    QList<workspace::TakenPort> own; // of the project's containers
    // Where the project that runs under this name lies; empty where none does.
    QString projectFolder;
    bool answered = false; // an engine did
};

// Which ports of this machine its containers publish, or would when they are started; what the engine does not tell in
// time is left out. Owned by who asks; main thread.
class EnginePorts final : public QObject
{
    Q_OBJECT

public:
    // `project`: the one that is asked for, whose own ports are apart.
    EnginePorts(Fleet &fleet, QString project, QObject *parent = nullptr);

    // Once. Always a value, within 6 s.
    QFuture<base::Result<PublishedPorts>> ask();

private:
    void gathered();
    void add(const model::Container &container, const QList<model::PortBinding> &ports);
    void askAbout(const model::ContainerKey &key, const model::Container &container);
    void finishWhenReady();

    Fleet &m_fleet;
    const QString m_project;
    Gathering m_gathering;
    QTimer m_patience;
    PublishedPorts m_ports;
    base::Pending<PublishedPorts> m_pending;
    int m_asking = 0;
};

} // namespace mediahelm::control
