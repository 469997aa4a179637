// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/completion_list.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/page_parts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

using control::Completion;
using control::CompletionKind;

namespace {

constexpr int shownRows = 9;
constexpr int listColumns = 40;
constexpr int documentationColumns = 36;

// What is put in its place, without what only goes on behind it.
QString nameOf(const Completion &item)
{
    QString name = item.text.trimmed();
    while (name.endsWith(u':') || name.endsWith(u'}') || name.endsWith(u'='))
        name.chop(1);
    return name;
}

QString symbolOf(CompletionKind kind)
{
    switch (kind) {
    case CompletionKind::key: return QStringLiteral("key");
    case CompletionKind::value: return QStringLiteral("list");
    case CompletionKind::variable: return QStringLiteral("tune");
    case CompletionKind::service: return QStringLiteral("deployed_code");
    case CompletionKind::network: return QStringLiteral("lan");
    case CompletionKind::volume: return QStringLiteral("hard_drive");
    case CompletionKind::config: return QStringLiteral("description");
    case CompletionKind::secret: return QStringLiteral("lock");
    case CompletionKind::anchor: return QStringLiteral("link");
    }
    return QStringLiteral("article");
}

} // namespace

CompletionList::CompletionList(QWidget *over)
    : QFrame(over)
    , m_list(new QListWidget(this))
    , m_title(makeText(TextRole::strong, {}, this, true))
    , m_documentation(makeText(TextRole::caption, {}, this, true))
    , m_announcer(new Announcer(over))
{
    hide();
    setFocusPolicy(Qt::NoFocus);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Completions"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_documentation->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *words = new QWidget(this);
    words->setObjectName(QStringLiteral("completion.words"));
    auto *wordsLayout = new QVBoxLayout(words);
    wordsLayout->setContentsMargins(space::small, space::small, space::small, space::small);
    wordsLayout->setSpacing(space::tiny);
    wordsLayout->addWidget(m_title);
    wordsLayout->addWidget(m_documentation, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_list, listColumns);
    layout->addWidget(words, documentationColumns);
    connect(m_list, &QListWidget::currentRowChanged, this, &CompletionList::showDocumentation);
    connect(m_list, &QListWidget::itemClicked, this, &CompletionList::choose);
}

void CompletionList::offer(const control::Completions &completions, const QRect &at)
{
    if (completions.items.isEmpty()) {
        withdraw();
        return;
    }
    m_completions = completions;
    fill();
    m_list->setCurrentRow(0);
    m_at = at;
    hide();
    showDocumentation();
    place(at);
    show();
    raise();
}

void CompletionList::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Completion &item : std::as_const(m_completions.items)) {
        const QString detail = item.hidden ? tr("secret") : item.kind == CompletionKind::key ? QString() : item.detail;
        const QString text = nameOf(item);
        auto *row = new QListWidgetItem(quietIcon(symbolOf(item.kind)),
                                        detail.isEmpty() ? text : tr("%1  –  %2", "name, value").arg(text, detail));
        m_list->addItem(row);
    }
}

void CompletionList::place(const QRect &at)
{
    const int row = std::max(m_list->sizeHintForRow(0), fontMetrics().height() + 4);
    const int rows = std::clamp<int>(int(m_completions.items.size()), 3, shownRows);
    const QWidget *over = parentWidget();
    const int column = fontMetrics().averageCharWidth();
    const int width = std::min((listColumns + documentationColumns) * column, over->width());
    const int wordsWidth = width * documentationColumns / (listColumns + documentationColumns) - 2 * space::small - 4;
    const int words = m_title->heightForWidth(wordsWidth) + m_documentation->heightForWidth(wordsWidth)
        + 2 * space::small + space::tiny + 4;
    // It does not shrink again while one goes through it.
    const int least = isVisible() ? height() : 0;
    const QSize size(width, std::max({rows * row + 4, words, least}));
    const int left = std::clamp(at.left(), 0, std::max(0, over->width() - size.width()));
    const bool below = at.bottom() + size.height() + 2 <= over->height() || at.top() < size.height();
    const int top = below ? at.bottom() + 2 : at.top() - size.height() - 2;
    setGeometry(QRect(QPoint(left, top), size.boundedTo(over->size())));
}

void CompletionList::withdraw()
{
    hide();
}

const Completion *CompletionList::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_completions.items.size() ? &m_completions.items.at(row) : nullptr;
}

void CompletionList::showDocumentation()
{
    const Completion *item = current();
    if (!item)
        return;
    const QString title =
        item->kind == CompletionKind::key && !item->detail.isEmpty() ? item->detail : item->text.trimmed();
    m_title->setText(title);
    QString text = item->documentation;
    if (item->kind == CompletionKind::variable) {
        const QString value = item->hidden ? tr("A secret: its value is kept apart.")
            : item->detail.isEmpty()       ? tr("It has no value.")
                                           : item->detail;
        text = text.isEmpty() ? value : value + QStringLiteral("\n\n") + text;
    }
    m_documentation->setText(text);
    if (isVisible()) {
        place(m_at);
        m_announcer->say(nameOf(*item));
    }
}

void CompletionList::choose()
{
    if (const Completion *item = current()) {
        const QString text = item->text;
        withdraw();
        Q_EMIT chosen(m_completions.replaces, text);
    }
}

void CompletionList::move(int rows)
{
    const int count = m_list->count();
    const int next = m_list->currentRow() + rows;
    m_list->setCurrentRow(std::abs(rows) == 1 ? (next + count) % count : std::clamp(next, 0, count - 1));
}

bool CompletionList::takeKey(QKeyEvent *event)
{
    if (!isOffering() || (event->modifiers() & ~Qt::KeypadModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(shownRows); return true;
    case Qt::Key_PageUp: move(-shownRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: choose(); return true;
    case Qt::Key_Escape: withdraw(); return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End: withdraw(); return false;
    default: return false;
    }
}

void CompletionList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = paletteOf(this);
    painter.fillRect(rect(), palette.surface);
    painter.setPen(palette.outline);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace mediahelm::ui
