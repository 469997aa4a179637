// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisions/begin_anew_dialog.h"

#include "ui/style/metrics.h"
#include "ui/widgets/destructive_buttons.h"
#include "ui/widgets/page_parts.h"

#include <QDialogButtonBox>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr int leastColumns = 66;

QLabel *makePath(const QString &path, const QString &name, QWidget *parent)
{
    QLabel *label = makeText(TextRole::fixed, path, parent, true);
    label->setAccessibleName(QStringLiteral("%1: %2").arg(name, path));
    return label;
}

} // namespace

BeginAnewDialog::BeginAnewDialog(const control::StoreDamage &damage, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Begin anew"));
    setMinimumWidth(fontMetrics().averageCharWidth() * leastColumns);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::huge, space::huge, space::large);
    layout->setSpacing(space::small);
    auto *content = new QWidget(this);
    auto *lines = new QVBoxLayout(content);
    lines->setContentsMargins({});
    lines->setSpacing(space::small);
    const auto add = [content, lines](TextRole role, const QString &words) {
        lines->addWidget(makeText(role, words, content, true));
    };
    add(TextRole::heading, tr("Set the damaged store aside?"));
    add(TextRole::normal, tr("This folder, with all revisions, tags and reports that are in it, is set aside:"));
    lines->addWidget(makePath(damage.folder, tr("The store"), content));
    add(TextRole::normal, tr("It is then called, with the time in place of the dots:"));
    lines->addWidget(makePath(damage.aside + u'…', tr("Its new name"), content));
    lines->addSpacing(space::tiny);
    add(TextRole::normal,
        tr("Nothing is deleted: git can still read what is whole in it. An empty store is begun, in which the next "
           "revision is the first one; there is no way back to an earlier one from here."));
    if (damage.interrupted)
        add(TextRole::normal,
            tr("A deployment was interrupted. It is of a revision in that store, and cannot be finished any more; what "
               "was noted of it goes along."));
    add(TextRole::normal, tr("The workspace's files and containers stay as they are."));
    lines->addStretch();
    QScrollArea *room = makeRoomFor(content, this);
    // All of it is seen, where the screen is no smaller than that.
    const int width = minimumWidth() - 2 * space::huge;
    room->setMinimumHeight(std::min(lines->totalHeightForWidth(width), screen()->availableSize().height() / 2));
    layout->addWidget(room, 1);
    layout->addWidget(makeDestructiveButtons(this, tr("Set aside and begin anew"), [this] { Q_EMIT confirmed(); }));
}

} // namespace mediahelm::ui
