// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/gathering.h"
#include "core/workspace/setup/setup_request.h"

#include <QObject>
#include <QTimer>

namespace mediahelm::app {

// Which ports of a host its containers publish, or would when they are started; what the engine does not tell in time
// is left out. Owned by a job; main thread.
class EnginePorts final : public QObject
{
    Q_OBJECT

public:
    // `project`: the one that is asked for, whose own ports are apart.
    EnginePorts(control::Fleet &fleet, QString project);

    void start();

    const QList<workspace::TakenPort> &others() const { return m_others; }
    const QList<workspace::TakenPort> &own() const { return m_own; } // of the project's containers
    // Where the project that runs under this name lies; empty where none does.
    const QString &projectFolder() const { return m_projectFolder; }
    bool answered() const { return m_answered; }

Q_SIGNALS:
    void done();

private:
    void gathered();
    void add(const model::Container &container, const QList<model::PortBinding> &ports);
    void askAbout(const model::ContainerKey &key, const model::Container &container);
    void finishWhenReady();

    control::Fleet &m_fleet;
    const QString m_project;
    Gathering m_gathering;
    QTimer m_patience;
    QList<workspace::TakenPort> m_others;
    QList<workspace::TakenPort> m_own;
    QString m_projectFolder;
    int m_asking = 0;
    bool m_answered = false;
    bool m_done = false;
};

} // namespace mediahelm::app
