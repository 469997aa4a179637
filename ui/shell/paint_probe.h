// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemView;

namespace mediahelm::ui {

// For the benchmarks: says on stderr when a table has been painted, "painted NANOSECONDS ROWS STATES", by the monotonic
// clock, with the rows that are no group, and a fingerprint of what stands in their second column. Owned by the window;
// nothing is watched unless MEDIAHELM_BENCH_PAINTED is set.
class PaintProbe final : public QObject
{
    Q_OBJECT

public:
    static void installIfAsked(QObject *owner);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit PaintProbe(QObject *owner);
    static void tell(const QAbstractItemView &view);
};

} // namespace mediahelm::ui
