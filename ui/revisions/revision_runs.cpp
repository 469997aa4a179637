// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisions/revision_runs.h"

#include "ui/deployments/deployment_words.h"
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/phrases/phrase_book.h"

#include <QHeaderView>

#include <algorithm>

namespace mediahelm::ui {

RevisionRuns::RevisionRuns(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("revisions.runs"));
    setAccessibleName(tr("Deployments of the revision"));
    setColumnCount(3);
    setHeaderLabels({tr("When, service"), tr("How it went, image"), tr("Summary, digest")});
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideMiddle);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

void RevisionRuns::setDeployments(const QList<model::Deployment> &deployments)
{
    clear();
    QList<model::Deployment> latest = deployments;
    std::ranges::stable_sort(latest, std::ranges::greater(), &model::Deployment::when);
    for (const model::Deployment &run : std::as_const(latest)) {
        auto *top = new QTreeWidgetItem(
            this, {formatInstant(run.when), verdictWord(run.verdict), asSentence(inOurWords(run.summary))});
        top->setIcon(1, symbolIcon(verdictSymbol(run.verdict), verdictTone(run.verdict)));
        top->setToolTip(2, Qt::convertFromPlainText(top->text(2)));
        top->setData(0, Qt::UserRole, run.when);
        for (const model::RanImage &image : run.images) {
            auto *child = new QTreeWidgetItem(top, {image.service, image.reference, image.digest});
            child->setToolTip(1, Qt::convertFromPlainText(image.reference));
            child->setToolTip(2, Qt::convertFromPlainText(image.digest));
        }
    }
    if (QTreeWidgetItem *first = topLevelItem(0)) {
        first->setExpanded(true);
        setCurrentItem(first);
    }
}

QDateTime RevisionRuns::current() const
{
    const QTreeWidgetItem *item = currentItem();
    if (item && item->parent())
        item = item->parent();
    return item ? item->data(0, Qt::UserRole).toDateTime() : QDateTime();
}

} // namespace mediahelm::ui
