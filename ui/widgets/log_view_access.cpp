// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/log_view_access.h"

#include "ui/widgets/log_view.h"

namespace mediahelm::ui {

namespace {

QAccessibleInterface *makeInterface(const QString & /*className*/, QObject *object)
{
    auto *view = qobject_cast<LogView *>(object);
    return view ? new LogViewAccess(view) : nullptr;
}

} // namespace

LogViewAccess::LogViewAccess(LogView *view)
    : QAccessibleWidget(view, QAccessible::Document)
{
}

void LogViewAccess::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed);
}

LogView *LogViewAccess::view() const
{
    return static_cast<LogView *>(object());
}

void *LogViewAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State LogViewAccess::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    return state;
}

QString LogViewAccess::text(QAccessible::Text type) const
{
    switch (type) {
    case QAccessible::Value: return view()->visibleText();
    case QAccessible::Description: return view()->summary();
    default: return QAccessibleWidget::text(type);
    }
}

void LogViewAccess::selection(int /*selectionIndex*/, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = 0;
}

QString LogViewAccess::text(int startOffset, int endOffset) const
{
    const QString all = view()->visibleText();
    const qsizetype from = std::clamp<qsizetype>(startOffset, 0, all.size());
    const qsizetype to = endOffset < 0 ? all.size() : std::clamp<qsizetype>(endOffset, from, all.size());
    return all.mid(from, to - from);
}

int LogViewAccess::characterCount() const
{
    return static_cast<int>(view()->visibleText().size());
}

// To the line: a reader asks for it to show where it is.
QRect LogViewAccess::characterRect(int offset) const
{
    const auto row = static_cast<int>(view()->visibleText().left(offset).count(QLatin1Char('\n')));
    const int height = view()->fontMetrics().height() + 2;
    const QPoint corner = view()->viewport()->mapToGlobal(QPoint(0, row * height));
    return {corner, QSize(view()->viewport()->width(), height)};
}

int LogViewAccess::offsetAtPoint(const QPoint &point) const
{
    const int y = view()->viewport()->mapFromGlobal(point).y();
    const int row = std::max(y, 0) / (view()->fontMetrics().height() + 2);
    const QString all = view()->visibleText();
    qsizetype offset = 0;
    for (int i = 0; i < row; ++i) {
        const qsizetype end = all.indexOf(QLatin1Char('\n'), offset);
        if (end < 0)
            break;
        offset = end + 1;
    }
    return static_cast<int>(offset);
}

QString LogViewAccess::attributes(int /*offset*/, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = characterCount();
    return {};
}

} // namespace mediahelm::ui
