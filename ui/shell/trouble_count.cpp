// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/trouble_count.h"

#include "ui/style/service_look.h"

#include <QTimer>

#include <algorithm>

namespace mediahelm::ui {

namespace {

// A host's clock may run hours ahead of ours: what it says is looked at again before.
constexpr qint64 longestWaitMs = 600'000;

} // namespace

void TroubleCount::add(const QList<model::Container> &containers)
{
    for (const model::Container &container : containers) {
        if (!needsAttention(container, m_now))
            continue;
        ++m_services;
        const QDateTime ends = attentionEnds(container, m_now);
        if (ends.isValid() && (!m_changesAt.isValid() || ends < m_changesAt))
            m_changesAt = ends;
    }
}

void TroubleCount::schedule(QTimer &timer) const
{
    if (m_changesAt.isValid())
        timer.start(static_cast<int>(std::clamp<qint64>(m_now.msecsTo(m_changesAt) + 1, 1, longestWaitMs)));
    else
        timer.stop();
}

} // namespace mediahelm::ui
