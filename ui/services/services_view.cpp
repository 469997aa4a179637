// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/services_view.h"

#include "ui/models/service_model.h"
#include "ui/services/service_delegate.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

namespace mediahelm::ui {

namespace {

// A pointer that somebody left there must not hide news for ever.
constexpr std::chrono::seconds handIsAway{10};

struct ColumnWidth {
    int column;
    const char *name; // in the kept state
    const char *sample; // as wide as this text
};

// In the order in which they are given up when the window is narrow, last first.
constexpr std::array widths{
    ColumnWidth{ServiceModel::State, "state", "Exited (137), 12 min ago"},
    ColumnWidth{ServiceModel::Cpu, "cpu", "000.0 % ____________"},
    ColumnWidth{ServiceModel::Memory, "memory", "1023 MiB__"},
    ColumnWidth{ServiceModel::Ports, "ports", "32400  8096"},
    ColumnWidth{ServiceModel::Uptime, "uptime", "59 min 59 s"},
    ColumnWidth{ServiceModel::Image, "image", "linuxserver/transmission:4.0"},
    ColumnWidth{ServiceModel::Restarts, "restarts", "Restarts__"},
};
constexpr QLatin1String sortKey("sort");
constexpr QLatin1String descendingKey("descending");
constexpr int leastWidth = 40;
constexpr int mostWidth = 1000;
constexpr const char *leastName = "a-long-service-name-of-one";
constexpr const char *leastState = "Restarting (1)";

} // namespace

ServicesView::ServicesView(std::function<QList<PortLink>(const QModelIndex &)> links, QWidget *parent)
    : QTreeView(parent)
    , m_delegate(new ServiceDelegate(std::move(links), this))
{
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Services"));
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setAllColumnsShowFocus(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    setExpandsOnDoubleClick(true);
    setSortingEnabled(true);
    setFrameShape(NoFrame);
    setIndentation(20);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    m_rest.setSingleShot(true);
    m_rest.setInterval(handIsAway);
    connect(&m_rest, &QTimer::timeout, this, &ServicesView::updateHeld);
    header()->setMinimumSectionSize(leastWidth);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column, int /*before*/, int width) {
        // The one that takes what is left follows the others, and hiding is no width.
        if (m_fitting || column == ServiceModel::Service || width == 0)
            return;
        m_widths.insert(column, width);
        Q_EMIT columnsChanged();
    });
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &ServicesView::columnsChanged);
}

void ServicesView::setMenuOpen(bool open)
{
    m_menuOpen = open;
    updateHeld();
}

// Of a region that is no rectangle a tree view paints whole rows; samples change a few cells of many rows each second.
void ServicesView::paintEvent(QPaintEvent *event)
{
    if (event->region().rectCount() == 1) {
        QTreeView::paintEvent(event);
        return;
    }
    executeDelayedItemsLayout();
    QPainter painter(viewport());
    for (const QRect &rect : event->region()) {
        painter.setClipRect(rect);
        drawTree(&painter, rect);
    }
}

bool ServicesView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter: // a window that opens under a pointer at rest is not aimed at; a moving one says so itself
        m_over = true;
        break;
    case QEvent::Leave:
        m_over = false;
        updateHeld();
        break;
    case QEvent::Wheel: touch(); break;
    default: break;
    }
    return QTreeView::viewportEvent(event);
}

void ServicesView::touch()
{
    m_rest.start();
    updateHeld();
}

void ServicesView::updateHeld()
{
    const bool held = m_menuOpen || m_pressed || (m_over && m_rest.isActive());
    if (held == m_held)
        return;
    m_held = held;
    Q_EMIT heldChanged(held);
}

void ServicesView::mouseMoveEvent(QMouseEvent *event)
{
    m_over = true;
    touch();
    viewport()->setCursor(linkAt(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTreeView::mouseMoveEvent(event);
}

void ServicesView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = true;
    touch();
    m_pressedLink = event->button() == Qt::LeftButton ? linkAt(event->pos()) : std::nullopt;
    QTreeView::mousePressEvent(event);
}

void ServicesView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const auto link = linkAt(event->pos());
    if (m_pressedLink && link == m_pressedLink)
        Q_EMIT linkActivated(*link);
    m_pressedLink.reset();
    m_pressed = false;
    updateHeld();
}

void ServicesView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTreeView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && !index.data(ServiceModel::IsGroupRole).toBool() && !linkAt(event->pos()))
        Q_EMIT openRequested(index);
}

void ServicesView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || !currentIndex().isValid()) {
        QTreeView::keyPressEvent(event);
        return;
    }
    const QModelIndex current = currentIndex().siblingAtColumn(ServiceModel::Service);
    if (current.data(ServiceModel::IsGroupRole).toBool())
        setExpanded(current, !isExpanded(current));
    else
        Q_EMIT openRequested(current);
}

std::optional<QUrl> ServicesView::linkAt(const QPoint &point) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid() || index.column() != ServiceModel::Ports || index.data(ServiceModel::StaleRole).toBool())
        return std::nullopt;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return m_delegate->linkAt(option, index, point);
}

void ServicesView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void ServicesView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

// The name has what the others leave; those that do not fit are hidden, the least telling first.
void ServicesView::fitColumns()
{
    if (!model() || header()->count() < ServiceModel::ColumnCount)
        return;
    const QFontMetrics metrics(font());
    int room = viewport()->width() - metrics.horizontalAdvance(QLatin1String(leastName)) - 60;
    bool full = false;
    m_fitting = true;
    header()->setSectionResizeMode(ServiceModel::Service, QHeaderView::Stretch);
    for (const ColumnWidth &column : widths) {
        const int usual = metrics.horizontalAdvance(QLatin1String(column.sample)) + 20;
        int width = m_widths.value(column.column, usual);
        if (column.column == ServiceModel::State) // gives way to the name, down to one word
            width = std::clamp(room, std::min(width, metrics.horizontalAdvance(QLatin1String(leastState)) + 20), width);
        full = full || (width > room && column.column != ServiceModel::State);
        header()->setSectionHidden(column.column, full);
        if (full)
            continue;
        header()->resizeSection(column.column, width);
        room -= width;
    }
    m_fitting = false;
}

QJsonObject ServicesView::columnState() const
{
    QJsonObject state;
    const int sorted = header()->sortIndicatorSection();
    for (const ColumnWidth &column : widths) {
        const QString name = QLatin1String(column.name);
        if (m_widths.contains(column.column))
            state.insert(name, m_widths.value(column.column));
        if (column.column == sorted)
            state.insert(sortKey, name);
    }
    if (header()->sortIndicatorOrder() == Qt::DescendingOrder)
        state.insert(descendingKey, true);
    return state;
}

// Kept by somebody's hand or an older program, so nothing in it is taken on trust.
void ServicesView::restoreColumns(const QJsonObject &state)
{
    int sorted = ServiceModel::Service;
    for (const ColumnWidth &column : widths) {
        const QString name = QLatin1String(column.name);
        if (const int width = state.value(name).toInt(); width >= leastWidth && width <= mostWidth)
            m_widths.insert(column.column, width);
        if (state.value(sortKey).toString() == name)
            sorted = column.column;
    }
    const QSignalBlocker quiet(this);
    sortByColumn(sorted, state.value(descendingKey).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    fitColumns();
}

void ServicesView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    const Palette &colors = paletteOf(this);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), viewport()->width(), 1), colors.line);
    const QModelIndex current = currentIndex();
    if (!hasFocus() || current.row() != index.row() || current.parent() != index.parent())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colors.focus, 2));
    painter->setBrush(Qt::NoBrush);
    const QRectF frame(1, option.rect.top() + 1, viewport()->width() - 2, option.rect.height() - 3);
    painter->drawRoundedRect(frame, 4, 4);
    painter->restore();
}

} // namespace mediahelm::ui
