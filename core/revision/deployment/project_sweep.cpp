// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/steps.h"
#include "core/revision/compose/compose_labels.h"
#include "core/revision/deployment/project_runner.h"

#include <QPointer>

#include <algorithm>

// What is taken away before Compose is run.

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::Result;

namespace {

// Compose makes a container's successor beside it under the name "0123456789ab_NAME", and renames it when the other is
// gone.
bool isHalfMade(const model::ObservedContainer &container)
{
    constexpr qsizetype digits = 12;
    const QString &name = container.name;
    return container.state == model::ContainerState::created && name.size() > digits && name.at(digits) == u'_'
        && std::all_of(name.begin(), name.begin() + digits,
                       [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

} // namespace

QCoro::Task<ProjectRunner::Outcome> ProjectRunner::sweep()
{
    const QPointer<ProjectRunner> self(this);
    const QList<model::ObservedContainer> containers = m_request->survey.observed.containers;
    for (const model::ObservedContainer &container : containers) {
        const bool halfMade = isHalfMade(container);
        const bool brought = !isOneOff(container) && m_request->brought.contains(container.label(labels::service));
        if (!halfMade && !brought)
            continue;
        m_record.log(halfMade ? u"removing %1, which was never started"_s.arg(container.name)
                              : u"removing %1, which was not there before"_s.arg(container.name));
        const Outcome removed = co_await remove(container.id, !halfMade);
        if (!self)
            co_return base::abandoned();
        if (!removed || (halfMade && !removed->passed()))
            co_return removed;
        if (!removed->passed()) // it is in nobody's way
            m_record.log(removed->problem);
    }
    co_return RunOutcome();
}

QCoro::Task<ProjectRunner::Outcome> ProjectRunner::remove(base::ContainerId id, bool stops)
{
    const QPointer<ProjectRunner> self(this);
    const engine::EngineClient::ActionOptions options;
    if (stops) {
        const Result<void> stopped = co_await m_engine.act(id, model::ContainerAction::stop, options);
        if (!self)
            co_return base::abandoned();
        if (!stopped && stopped.error().kind != ErrorKind::notFound)
            co_return failedWith(stopped.error().message);
    }
    const Result<void> removed = co_await m_engine.act(id, model::ContainerAction::remove, options);
    if (!self)
        co_return base::abandoned();
    if (!removed && removed.error().kind != ErrorKind::notFound)
        co_return failedWith(removed.error().message);
    co_return RunOutcome();
}

} // namespace mediahelm::revision
