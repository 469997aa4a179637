// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/delete_file_dialog.h"

#include "ui/style/metrics.h"
#include "ui/widgets/destructive_buttons.h"
#include "ui/widgets/page_parts.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

constexpr qsizetype mostNames = 8;

QString someOf(const QStringList &names)
{
    const QString joint = QStringLiteral(", ");
    return names.size() <= mostNames ? names.join(joint)
                                     : DeleteFileDialog::tr("%1 and %n more", nullptr, int(names.size() - mostNames))
                                           .arg(names.first(mostNames).join(joint));
}

} // namespace

DeleteFileDialog::DeleteFileDialog(const QString &path, const control::FileStake &stake, bool unsaved, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Delete a file"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 66);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::huge, space::huge, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(makeText(TextRole::heading, tr("Delete %1?").arg(path), this, true));
    const auto add = [this, layout](const QString &words) {
        layout->addWidget(makeText(TextRole::normal, words, this, true));
    };
    if (!stake.services.isEmpty())
        add(tr("The workspace loses these services: %1. The next time it is applied, their containers are removed; "
               "their data stays.")
                .arg(someOf(stake.services)));
    if (!stake.variables.isEmpty())
        add(tr("The workspace loses what it sets: %1").arg(someOf(stake.variables)));
    if (!stake.mentionedIn.isEmpty())
        add(tr("These files name it, and will not find it: %1").arg(someOf(stake.mentionedIn)));
    if (unsaved)
        add(tr("What you typed into it and did not save goes, too."));
    add(tr(
        "As long as the workspace is open you can undo this. A version that was applied stays among the revisions."));
    layout->addStretch();
    layout->addWidget(makeDestructiveButtons(this, tr("Delete"), [this] { Q_EMIT confirmed(); }));
}

} // namespace mediahelm::ui
