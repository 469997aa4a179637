// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity_dialog.h"

#include "ui/deployments/deployment_words.h"
#include "ui/shell/activity_log.h"
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/page_parts.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

QIcon iconOf(const ActivityLog::Entry &entry)
{
    if (const auto &deployment = entry.deployment)
        return symbolIcon(deployment->verdict ? verdictSymbol(*deployment->verdict) : QStringLiteral("error-fill"),
                          deploymentTone(*deployment));
    const control::Operation &operation = entry.operation;
    if (!operation.finished)
        return symbolIcon(QStringLiteral("sync"), Tone::info);
    return operation.error ? symbolIcon(QStringLiteral("error-fill"), Tone::bad)
                           : symbolIcon(QStringLiteral("check_circle-fill"), Tone::good);
}

// All that is known of a failure, for whoever wants to copy or hear it.
QString wholeText(const ActivityLog::Entry &entry)
{
    if (entry.deployment)
        return deploymentReport(*entry.deployment);
    const control::Operation &operation = entry.operation;
    return operation.error ? wordsFor(*operation.error, operation.action, entry.name).all() : activityText(entry);
}

} // namespace

ActivityDialog::ActivityDialog(const ActivityLog &log, QWidget *parent)
    : QDialog(parent)
    , m_log(log)
    , m_list(new QListWidget(this))
    , m_nothing(makeText(TextRole::caption, tr("Nothing has been done since the program was started."), this, true))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Activity"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(makeText(TextRole::heading, windowTitle(), this));
    layout->addWidget(m_nothing);
    m_list->setAccessibleName(windowTitle());
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_list, 1);
    auto *buttons = new QDialogButtonBox(this);
    auto *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().lineSpacing() * 24);
    connect(&log, &ActivityLog::changed, this, &ActivityDialog::refresh);
    refresh();
}

void ActivityDialog::refresh()
{
    const int scrolled = m_list->verticalScrollBar()->value();
    const int current = m_list->currentRow();
    m_list->clear();
    const QList<ActivityLog::Entry> &entries = m_log.entries();
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
        const control::Operation &operation = entry->operation;
        const QString line = tr("%1 (%2, %3)", "what was done, host or folder, when")
                                 .arg(activityText(*entry), entry->deployment ? entry->name : operation.key.host.text(),
                                      formatInstant(entry->endedAt.isValid() ? entry->endedAt : operation.startedAt));
        auto *item = new QListWidgetItem(iconOf(*entry), line, m_list);
        item->setToolTip(Qt::convertFromPlainText(wholeText(*entry)));
        item->setData(Qt::AccessibleDescriptionRole, wholeText(*entry));
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    m_list->verticalScrollBar()->setValue(scrolled);
    m_list->setVisible(!entries.isEmpty());
    m_nothing->setVisible(entries.isEmpty());
}

} // namespace mediahelm::ui
