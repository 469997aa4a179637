// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/engine_address.h"
#include "core/revision/compose/compose_process.h"

#include <QProcessEnvironment>

#include <optional>

namespace mediahelm::revision {

// Compose of this machine, for an engine whose socket or port is reached from it. Owned by the host's session; its
// thread, which lasts as long as the program: runs end with the thread that started them. They may outlive this object.
class LocalComposeProcess final : public ComposeProcess
{
public:
    struct Options {
        QString program = QStringLiteral("docker");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        std::chrono::milliseconds versionDeadline = std::chrono::seconds(20);
        std::chrono::milliseconds grace = std::chrono::seconds(10); // for Compose to stop when asked to
        qint64 mostOutput = 64 * 1024 * 1024; // bytes of an answer
    };

    // `engine`: unixSocket or tcp; for `local` the docker command finds the engine itself.
    explicit LocalComposeProcess(const model::EngineAddress &engine);
    LocalComposeProcess(const model::EngineAddress &engine, Options options);
    ~LocalComposeProcess() override;

    QFuture<base::Result<ComposeVersion>> version() override;
    std::unique_ptr<ComposeRun> start(const ComposeRequest &request) override;
    QFuture<base::Result<int>> endLeftBehind(const QString &note) override;

    struct Shared; // what runs share

private:
    std::shared_ptr<Shared> m_shared;
};

// The environment of a run: `base` without what would change which project, engine or containers a run is about (its
// own DOCKER_HOST, COMPOSE_FILE, COMPOSE_REMOVE_ORPHANS, ...), with the engine's address and the secrets. Errors:
// invalid: an address that is none of this machine's, or a secret whose name is no variable's or whose value holds a
// NUL.
base::Result<QProcessEnvironment> composeEnvironment(QProcessEnvironment base, const model::EngineAddress &engine,
                                                     const ComposeSecrets &secrets);

} // namespace mediahelm::revision
