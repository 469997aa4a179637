// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitoring/busiest.h"

#include <algorithm>

namespace mediahelm::ui {

void BusiestSurvey::add(const QList<model::ContainerSample> &samples)
{
    bool measured = false;
    for (const model::ContainerSample &sample : samples) {
        if (!sample.cpuCores)
            continue;
        Sum &sum = m_sums[sample.key];
        sum.cores += *sample.cpuCores;
        ++sum.count;
        measured = true;
    }
    m_ticks += measured ? 1 : 0;
}

QList<model::ContainerKey> BusiestSurvey::busiest(int most) const
{
    QList<model::ContainerKey> keys = m_sums.keys();
    const auto mean = [this](const model::ContainerKey &key) {
        const Sum sum = m_sums.value(key);
        return sum.cores / sum.count;
    };
    std::sort(keys.begin(), keys.end(), [&mean](const model::ContainerKey &a, const model::ContainerKey &b) {
        const double meanA = mean(a);
        const double meanB = mean(b);
        return meanA != meanB ? meanA > meanB : a < b;
    });
    return keys.mid(0, most);
}

} // namespace mediahelm::ui
