// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/confirm_dialog.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/destructive_buttons.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

constexpr int leastColumns = 66;
constexpr int mostRows = 8; // then the list scrolls

QListWidget *makeList(const QStringList &objects, const QString &name, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->addItems(objects);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setAccessibleName(name.isEmpty() ? ConfirmDialog::tr("Affected containers") : name);
    // The whole name is read: what is longer than the dialog goes on in the next line.
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setWordWrap(true);
    list->setTextElideMode(Qt::ElideNone);
    list->setFocusPolicy(Qt::TabFocus);
    const int rows = std::min<int>(static_cast<int>(objects.size()), mostRows);
    list->setFixedHeight(rows * list->sizeHintForRow(0) + 2 * list->frameWidth() + 2);
    return list;
}

} // namespace

ConfirmDialog::ConfirmDialog(const Content &content, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(content.title);
    setMinimumWidth(fontMetrics().averageCharWidth() * leastColumns);

    auto *question = new QLabel(content.question, this);
    auto *consequence = new QLabel(content.consequence, this);
    for (QLabel *label : {question, consequence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    question->setFont(headingFont(font()));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::huge, space::huge, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(question);
    layout->addWidget(makeList(content.objects, content.objectsName, this));
    layout->addWidget(consequence);
    if (!content.option.isEmpty()) {
        m_option = new QCheckBox(content.option, this);
        layout->addWidget(m_option);
    }
    layout->addSpacing(space::small);
    layout->addStretch();
    layout->addWidget(makeDestructiveButtons(this, content.verb, [this] { Q_EMIT confirmed(); }));
}

bool ConfirmDialog::optionChosen() const
{
    return m_option && m_option->isChecked();
}

} // namespace mediahelm::ui
