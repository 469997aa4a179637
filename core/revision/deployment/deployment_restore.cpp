// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/steps.h"
#include "core/revision/deployment/deployment_job.h"

#include <QPointer>

// What a deployment finds of earlier revisions, and puts in place: files, and the images that ran with them.

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::Result;

DeploymentJob::Steps<std::optional<model::RevisionId>> DeploymentJob::lastGood()
{
    const QPointer<DeploymentJob> self(this);
    const Result<model::Revision> found = co_await m_around.log.resolve(u"last-good"_s);
    if (!self)
        co_return base::abandoned();
    if (found)
        co_return std::optional(found->id);
    if (found.error().kind == ErrorKind::notFound)
        co_return std::optional<model::RevisionId>();
    co_return found.error();
}

// Those that ran when it was healthy last; none where that never was.
DeploymentJob::Steps<QList<model::RanImage>> DeploymentJob::imagesOf(model::RevisionId id)
{
    const QPointer<DeploymentJob> self(this);
    const auto deployments = co_await m_around.log.deployments(id);
    if (!self)
        co_return base::abandoned();
    if (!deployments)
        co_return deployments.error();
    QList<model::RanImage> images;
    for (const model::Deployment &deployment : *deployments) {
        if (deployment.verdict == Verdict::healthy)
            images = deployment.images;
    }
    co_return images;
}

DeploymentJob::Steps<void> DeploymentJob::putInPlace(model::RevisionId id, QList<model::RanImage> images, QString why)
{
    const QPointer<DeploymentJob> self(this);
    const Result<RestoreOutcome> restored = co_await m_around.keeper.restore(id, m_note.handed);
    if (!self || !restored)
        co_return self ? restored.error() : base::abandoned();
    m_notPutBack.clear();
    for (const model::FilePath &path : restored->written)
        m_record.log(u"%1 is as it was"_s.arg(path.text()));
    for (const model::FilePath &path : restored->removed)
        m_record.log(u"%1 is removed, as it was"_s.arg(path.text()));
    for (const model::FilePath &path : restored->left) {
        m_notPutBack.append(u"%1 stays as it is: others write it, or it is not kept any more"_s.arg(path.text()));
        m_record.log(m_notPutBack.constLast());
    }
    if (const auto read = co_await readInput(); !self || !read)
        co_return self ? read.error() : base::abandoned();
    const auto saved = co_await save(model::RevisionKind::rollback, why, {});
    if (!self || !saved)
        co_return self ? saved.error() : base::abandoned();
    ImageKeeper keeper(m_around.engine, m_around.compose, m_input->command, runNote());
    for (const model::RanImage &image : std::as_const(images)) {
        const Result<void> back = co_await keeper.putBack(image);
        if (!self)
            co_return base::abandoned();
        if (!back) {
            m_record.log(back.error().message);
            m_notPutBack.prepend(back.error().message); // it weighs more
        }
    }
    co_return Result<void>();
}

} // namespace mediahelm::revision
