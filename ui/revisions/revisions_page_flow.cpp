// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/deployment_words.h"
#include "ui/deployments/diff_view.h"
#include "ui/deployments/plan_view.h"
#include "ui/deployments/progress_view.h"
#include "ui/revisions/line_dialog.h"
#include "ui/revisions/revision_list.h"
#include "ui/revisions/revisions_page.h"
#include "ui/revisions/store_damage_bar.h"
#include "ui/widgets/message_bar.h"

#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

// What the user does on the page, and what it is told meanwhile.

namespace mediahelm::ui {

void RevisionsPage::tell(const base::Error &error, const QString &headline)
{
    if (error.kind == base::ErrorKind::cancelled)
        return;
    m_message->tell(deploymentError(error, headline));
}

void RevisionsPage::connectDamage()
{
    const QString unread = tr("The revisions could not be read");
    connect(m_list, &RevisionList::failed, this, [this, unread](const base::Error &error) {
        // Of what git itself cannot make sense: the store may be damaged, and then that is said instead.
        if (error.kind == base::ErrorKind::internal)
            m_damage->explain(error);
        else
            tell(error, unread);
    });
    connect(m_damage, &StoreDamageBar::unexplained, this,
            [this, unread](const base::Error &error) { tell(error, unread); });
    connect(m_damage, &StoreDamageBar::failed, this,
            [this](const base::Error &error) { tell(error, tr("The store was not set aside")); });
    connect(m_damage, &StoreDamageBar::begunAnew, this, [this](const QString &aside) {
        m_message->tell(Tone::good, tr("A new store is begun; the next revision is its first one"),
                        tr("The old one is %1.").arg(aside));
        lookForInterrupted();
    });
}

// What goes on while the history is shown.
void RevisionsPage::updateBars()
{
    const bool known = m_deployments && m_deployments->progress();
    const bool running = known && m_deployments->isRunning();
    if (!known || m_stack->currentWidget() == m_progress || (!running && m_endSeen)) {
        m_running->withdraw();
        return;
    }
    const model::DeploymentProgress &progress = *m_deployments->progress();
    const QString line = running ? deploymentLine(progress) : deploymentEnd(progress);
    const QString state = running ? QStringLiteral("running") : QStringLiteral("ended");
    if (m_running->isHidden() || m_running->property("state").toString() != state) {
        m_running->setProperty("state", state);
        m_running->setDismissible(!running);
        m_running->tell(running ? Tone::info : deploymentTone(progress), line, {});
        m_running->setAction(running ? tr("Show") : tr("Show report"));
    } else {
        m_running->setHeadline(line);
    }
}

void RevisionsPage::lookForInterrupted()
{
    m_interrupted->withdraw();
    if (!m_deployments || m_deployments->isRunning())
        return;
    const std::weak_ptr<control::WorkspaceDeployments> asked = m_deployments;
    m_deployments->interrupted().then(
        this, [this, asked](const base::Result<std::optional<control::InterruptedDeployment>> &found) {
            if (asked.lock() != m_deployments || !found || !*found || m_deployments->isRunning())
                return;
            const control::InterruptedDeployment &cut = **found;
            QStringList words{cut.goingBack ? tr("It was on its way back, and is put back when it is finished.")
                                            : tr("Finishing it goes forward where the services come up, else back. "
                                                 "Nothing else can be deployed before.")};
            if (!cut.services.isEmpty())
                words.prepend(tr("Services: %1.").arg(cut.services.join(QStringLiteral(", "))));
            m_interrupted->tell(Tone::warning,
                                tr("The deployment of revision %1 was interrupted").arg(shortId(cut.revision)),
                                words.join(u' '));
            m_interrupted->setAction(tr("Finish it"));
        });
}

void RevisionsPage::finishInterrupted()
{
    if (!m_deployments)
        return;
    control::DeploymentOrder order;
    order.what = control::DeploymentOrder::What::resume;
    const base::Status begun = m_deployments->start(order);
    if (!begun) {
        tell(begun.error(), tr("It could not be started"));
        return;
    }
    m_interrupted->withdraw();
    showDeployment(folder());
}

void RevisionsPage::askSavePoint()
{
    if (!m_deployments)
        return;
    auto *dialog = new LineDialog(
        {tr("Save point"), tr("Looking at what was changed…"), tr("What it is for"), tr("Keep"), true}, this);
    dialog->setPossible(false);
    connect(dialog, &LineDialog::answered, this, &RevisionsPage::savePoint);
    m_deployments->revisions().unsaved().then(
        dialog, [this, dialog](const base::Result<model::Changes> &unsaved) { showUnsaved(dialog, unsaved); });
    dialog->open();
}

void RevisionsPage::showUnsaved(LineDialog *dialog, const base::Result<model::Changes> &unsaved)
{
    if (!unsaved) {
        dialog->setText(deploymentError(unsaved.error(), tr("The files could not be read")).all());
        return;
    }
    if (unsaved->isEmpty()) {
        dialog->setText(tr("No file was changed since the newest revision: there is nothing to keep. A tag marks a "
                           "revision that is there already."));
        return;
    }
    dialog->setText(tr("Keeps the files as they are on disk, to be compared with and gone back to. No container is "
                       "touched."));
    auto *diff = new DiffView(dialog);
    diff->setMinimumHeight(dialog->fontMetrics().height() * 10);
    diff->setChanges(*unsaved);
    dialog->more()->addWidget(diff, 1);
    dialog->setPossible(true);
}

void RevisionsPage::savePoint(const QString &message)
{
    if (!m_deployments)
        return;
    m_deployments->revisions()
        .save(message.isEmpty() ? tr("Save point") : message)
        .then(this, [this](const base::Result<model::Revision> &saved) {
            if (saved)
                Q_EMIT notice(tr("Kept the files as revision %1").arg(shortId(saved->id)));
            else
                tell(saved.error(), tr("The save point was not made"));
        });
}

void RevisionsPage::askTag(const model::Revision &revision)
{
    const auto check = [](const QString &text) {
        return model::TagName::parse(text)
            ? QString()
            : tr("At most 63 letters, digits, dots, dashes and underscores; it begins with a letter or a digit.");
    };
    auto *dialog =
        new LineDialog({tr("Tag"), tr("A name for revision %1, by which it is found again.").arg(shortId(revision.id)),
                        tr("Name"), tr("Add")},
                       this, check);
    const model::RevisionId id = revision.id;
    connect(dialog, &LineDialog::answered, this, [this, id](const QString &name) { addTag(name, id); });
    dialog->open();
}

void RevisionsPage::addTag(const QString &name, const model::RevisionId &id)
{
    const base::Result<model::TagName> tag = model::TagName::parse(name);
    if (!tag || !m_deployments)
        return;
    m_deployments->revisions().addTag(*tag, id).then(this, [this, name](const base::Status &added) {
        if (added)
            Q_EMIT notice(tr("Added the tag %1").arg(name));
        else if (added.error().kind == base::ErrorKind::conflict)
            m_message->tell(Tone::bad, tr("There is a tag %1 already").arg(name),
                            tr("Choose another name, or remove it where it is."));
        else
            tell(added.error(), tr("The tag %1 was not added").arg(name));
    });
}

void RevisionsPage::removeTag(const QString &name)
{
    const base::Result<model::TagName> tag = model::TagName::parse(name);
    if (!tag || !m_deployments)
        return;
    m_deployments->revisions().removeTag(*tag).then(this, [this, name](const base::Status &removed) {
        if (removed)
            Q_EMIT notice(tr("Removed the tag %1").arg(name));
        else
            tell(removed.error(), tr("The tag %1 was not removed").arg(name));
    });
}

} // namespace mediahelm::ui
