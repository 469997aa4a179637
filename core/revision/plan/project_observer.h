// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/engine/engine_client.h"
#include "core/revision/plan/make_plan.h"

#include <QObject>
#include <QStringList>

namespace mediahelm::revision {

// Reads the engine's side of a plan: first the containers, which reading the files needs too, then the images that the
// services name. A container that goes while it is read is left out. Owned by who plans; its thread; destroying it ends
// what is under way as cancelled.
class ProjectObserver final : public QObject
{
    Q_OBJECT

public:
    // `engine` outlives this.
    explicit ProjectObserver(engine::EngineClient &engine);

    // One at a time, each may be asked again. Errors as the engine client's.
    QFuture<base::Result<QList<model::ObservedContainer>>> containers(const QString &project);
    // `names`: of the services' images; those that the engine lacks are absent from ObservedProject::images.
    QFuture<base::Result<ObservedProject>> images(const QList<model::ObservedContainer> &containers,
                                                  const QStringList &names);

private:
    template<typename T>
    struct Gathering {
        base::Pending<T> pending;
        T value;
        qsizetype left = 0;
    };
    using Containers = QList<model::ObservedContainer>;

    void observe(const std::shared_ptr<Gathering<Containers>> &gathering, const QList<base::ContainerId> &ids);
    void look(const std::shared_ptr<Gathering<ObservedProject>> &gathering, const QString &name,
              QHash<QString, model::ObservedImage> ObservedProject::*where);

    engine::EngineClient &m_engine;
};

} // namespace mediahelm::revision
