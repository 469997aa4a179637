// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/search_pane.h"

#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/search_field.h"

#include <QHBoxLayout>
#include <QListWidget>

using namespace std::chrono_literals;

namespace mediahelm::ui {

SearchPane::SearchPane(control::TextHelp &help, QWidget *parent)
    : QWidget(parent)
    , m_help(help)
    , m_field(new SearchField(tr("Find in all files"), this))
    , m_count(makeText(TextRole::caption, {}, this))
    , m_list(new QListWidget(this))
{
    m_field->setObjectName(QStringLiteral("configuration.search"));
    m_field->setMinimumWidth(90);
    m_list->setAccessibleName(tr("Where it was found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::small, space::tiny, space::small, 0);
    layout->setSpacing(space::tiny);
    auto *row = new QHBoxLayout;
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    layout->addLayout(row);
    layout->addWidget(m_list, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &SearchPane::search);
    connect(m_field, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_field, &QLineEdit::returnPressed, this, &SearchPane::search);
    connect(m_list, &QListWidget::itemActivated, this, [this] { ask(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemClicked, this, [this] { ask(m_list->currentRow()); });
}

void SearchPane::focusSearch(const QString &text)
{
    if (!text.isEmpty() && !text.contains(u'\n'))
        m_field->setText(text);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchPane::search()
{
    m_pause.stop();
    const int asked = ++m_asked;
    m_help.find({m_field->text(), false, false})
        .then(this, [this, asked](const base::Result<control::FoundTexts> &found) {
            if (asked == m_asked)
                show(found);
        });
}

void SearchPane::show(const base::Result<control::FoundTexts> &found)
{
    m_list->clear();
    m_found = found ? found->found : QList<control::FoundText>();
    for (const control::FoundText &one : std::as_const(m_found))
        m_list->addItem(
            tr("%1, line %2: %3", "file, line, text").arg(one.file).arg(one.place.line).arg(one.line.trimmed()));
    if (m_field->text().isEmpty())
        m_count->clear();
    else if (found && found->cut)
        m_count->setText(tr("more than %n hits", nullptr, int(m_found.size())));
    else
        m_count->setText(tr("%n hits", nullptr, int(m_found.size())));
}

void SearchPane::ask(int row)
{
    if (row >= 0 && row < m_found.size())
        Q_EMIT placeAsked(m_found.at(row).file, m_found.at(row).span);
}

} // namespace mediahelm::ui
