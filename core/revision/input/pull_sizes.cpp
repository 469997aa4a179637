// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/pull_sizes.h"

#include "core/base/steps.h"

#include <QPointer>
#include <QSysInfo>

namespace mediahelm::revision {

using base::Result;

PullSizes::PullSizes(engine::EngineClient &engine)
    : m_engine(engine)
{
}

QFuture<Result<RegistrySizes::Sizes>> PullSizes::ask(const QStringList &images)
{
    return base::futureOf<RegistrySizes::Sizes>(steps(images));
}

QCoro::Task<Result<RegistrySizes::Sizes>> PullSizes::steps(QStringList images)
{
    const QPointer<PullSizes> self(this);
    if (images.isEmpty())
        co_return RegistrySizes::Sizes();
    const auto engine = co_await m_engine.info();
    if (!self)
        co_return base::abandoned();
    QString architecture = QSysInfo::currentCpuArchitecture();
    if (engine)
        architecture = engine->architecture;
    Result<RegistrySizes::Sizes> sizes = co_await m_registries.ask(images, architecture);
    co_return self ? sizes : base::abandoned();
}

} // namespace mediahelm::revision
