// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/nearest.h"

#include <algorithm>
#include <vector>

namespace mediahelm::base {

namespace {

constexpr qsizetype longestName = 128;

int distance(const QString &a, const QString &b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> beforeLast(width);
    std::vector<int> last(width);
    std::vector<int> row(width);
    for (std::size_t j = 0; j < width; ++j)
        last[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int substitution = last[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, substitution});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped)
                row[at] = std::min(row[at], beforeLast[at - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[width - 1];
}

} // namespace

QString nearestName(const QString &given, const QStringList &known)
{
    const QString wanted = given.left(longestName).toCaseFolded();
    QString best;
    int bestDistance = 0;
    for (const QString &name : known) {
        const QString candidate = name.left(longestName).toCaseFolded();
        const int d = distance(wanted, candidate);
        const auto allowed = static_cast<int>(std::max(wanted.size(), candidate.size()) / 3);
        if (d <= std::max(allowed, 1) && d < std::max(candidate.size(), wanted.size())
            && (best.isEmpty() || d < bestDistance)) {
            best = name;
            bestDistance = d;
        }
    }
    return best;
}

} // namespace mediahelm::base
