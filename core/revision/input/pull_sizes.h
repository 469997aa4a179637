// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_client.h"
#include "core/revision/compose/registry_sizes.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QObject>

namespace mediahelm::revision {

// What images weigh for the kind of machine that an engine runs on, by their registries. Owned by who asks; main
// thread. Destroying it ends what is under way as cancelled.
class PullSizes final : public QObject
{
    Q_OBJECT

public:
    // The engine is borrowed, and negotiated.
    explicit PullSizes(engine::EngineClient &engine);

    // Once. As RegistrySizes::ask().
    QFuture<base::Result<RegistrySizes::Sizes>> ask(const QStringList &images);

private:
    QCoro::Task<base::Result<RegistrySizes::Sizes>> steps(QStringList images);

    engine::EngineClient &m_engine;
    RegistrySizes m_registries;
};

} // namespace mediahelm::revision
