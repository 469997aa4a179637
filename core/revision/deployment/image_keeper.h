// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/engine/engine_client.h"
#include "core/model/revision.h"
#include "core/revision/compose/compose_process.h"
#include "core/revision/plan/make_plan.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QObject>

namespace mediahelm::revision {

// Which images a project's containers were made from, by service: with the digest of the registry where the image has
// one, else with its own id. One entry for each service and image. Pure.
QList<model::RanImage> ranImages(const ObservedProject &project);

// Makes names of images mean again what they meant, so that Compose makes containers of the images that ran before: a
// name that means another image now is put back on the earlier one, which is pulled by its digest where it is gone.
// Owned by who deploys; its thread.
class ImageKeeper final : public QObject
{
    Q_OBJECT

public:
    // Both are borrowed. The command says which project Compose is asked about; `note` is as in ComposeRequest.
    ImageKeeper(engine::EngineClient &engine, ComposeProcess &compose, ComposeCommand command, const QString &note);

    // One image. Errors: notFound (it is gone, and cannot be pulled), and those of the engine.
    QFuture<base::Result<void>> putBack(const model::RanImage &image);

private:
    QCoro::Task<base::Result<void>> putBackSteps(model::RanImage image);
    QCoro::Task<base::Result<QString>> findImage(model::RanImage image);
    QCoro::Task<base::Result<void>> pull(QString reference);

    engine::EngineClient &m_engine;
    ComposeProcess &m_compose;
    ComposeCommand m_command;
    const QString m_note;
    std::unique_ptr<ComposeRun> m_run;
};

} // namespace mediahelm::revision
