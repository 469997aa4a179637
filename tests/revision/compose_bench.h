// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_client.h"
#include "core/revision/compose/local_compose_process.h"
#include "core/revision/plan/project_observer.h"

#include <QTemporaryDir>

namespace mediahelm::tests {

// A project of its own on the machine's engine: its folder, its images (NAME:a, NAME:b and NAME:moving, made of
// busybox), and what the program would know of it. Takes everything away at the end. Blocks; for tests alone.
class ComposeBench
{
public:
    ComposeBench();
    ~ComposeBench();
    ComposeBench(const ComposeBench &) = delete;
    ComposeBench &operator=(const ComposeBench &) = delete;

    const QString &unavailable() const { return m_unavailable; } // empty: all is there
    const QString &name() const { return m_name; } // of the project and its images

    QString folder() const { return m_folder.path(); }
    engine::EngineClient &engine() { return m_engine; }
    // "@" in the text becomes the name.
    void write(const QString &file, QString text);
    // Takes containers, networks and volumes away.
    void clear();

    revision::ComposeCommand command() const;
    revision::LocalComposeProcess &compose() { return m_compose; }
    base::Result<revision::ComposeOutput> run(const QStringList &arguments,
                                              const revision::ComposeSecrets &secrets = {});
    base::Result<model::Plan> plan(const revision::ComposeSecrets &secrets = {});

    // By name: "ID START" of each container of the project.
    QMap<QString, QString> running();
    QByteArray docker(const QStringList &arguments, bool *ok = nullptr) const;

private:
    QString makeImages();

    QString m_name;
    QTemporaryDir m_folder;
    QString m_unavailable;
    engine::EngineClient m_engine;
    revision::LocalComposeProcess m_compose;
};

} // namespace mediahelm::tests
