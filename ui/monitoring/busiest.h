// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sample.h"

#include <QHash>

namespace mediahelm::ui {

// A look at everything that runs, a few seconds long, to find what uses the processor most; then only that is measured.
// Measuring is what costs the engine, so nobody watches fifty containers to draw six lines. A value type.
class BusiestSurvey
{
public:
    void add(const QList<model::ContainerSample> &samples);
    int ticks() const { return m_ticks; } // with at least one measured value
    // Those with the highest mean use, the busiest first, then by key.
    QList<model::ContainerKey> busiest(int most) const;

private:
    struct Sum {
        double cores = 0;
        int count = 0;
    };

    QHash<model::ContainerKey, Sum> m_sums;
    int m_ticks = 0;
};

} // namespace mediahelm::ui
