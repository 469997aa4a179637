// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/paint_probe.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>

#include <cstdio>
#include <ctime>

namespace mediahelm::ui {

void PaintProbe::installIfAsked(QObject *owner)
{
    if (qEnvironmentVariableIsSet("MEDIAHELM_BENCH_PAINTED"))
        qApp->installEventFilter(new PaintProbe(owner));
}

PaintProbe::PaintProbe(QObject *owner)
    : QObject(owner)
{
}

bool PaintProbe::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return false;
    auto *view = qobject_cast<QAbstractItemView *>(watched->parent());
    if (view && view->viewport() == watched)
        QMetaObject::invokeMethod(
            view, [view] { tell(*view); }, Qt::QueuedConnection); // it is on screen by then
    return false;
}

void PaintProbe::tell(const QAbstractItemView &view)
{
    const QAbstractItemModel *model = view.model();
    int rows = 0;
    size_t print = 0;
    const auto take = [&](const QModelIndex &state) {
        ++rows;
        print = qHash(state.data().toString(), print);
    };
    for (int i = 0; model && i < model->rowCount(); ++i) {
        const QModelIndex top = model->index(i, 0);
        const int below = model->rowCount(top);
        for (int j = 0; j < below; ++j)
            take(model->index(j, 1, top));
        if (below == 0)
            take(model->index(i, 1));
    }
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    std::fprintf(stderr, "painted %lld %d %zx\n", now.tv_sec * 1'000'000'000LL + now.tv_nsec, rows, print);
}

} // namespace mediahelm::ui
