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
    for (int i = 0; model && i < model->rowCount(); ++i)
        rows += qMax(1, model->rowCount(model->index(i, 0)));
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    std::fprintf(stderr, "painted %lld %d\n", now.tv_sec * 1'000'000'000LL + now.tv_nsec, rows);
}

} // namespace mediahelm::ui
