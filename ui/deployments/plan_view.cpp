// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/plan_view.h"

#include "core/control/revision_desk.h"
#include "ui/deployments/deployment_words.h"
#include "ui/deployments/diff_view.h"
#include "ui/deployments/plan_body.h"
#include "ui/deployments/plan_foot.h"
#include "ui/deployments/plan_words.h"
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace mediahelm::ui {

using control::DeploymentPreview;
using control::Orphans;

PlanView::PlanView(QWidget *parent)
    : QWidget(parent)
    , m_summary(makeText(TextRole::strong, {}, this, true))
    , m_error(new MessageBar(this))
    , m_faults(new MessageBar(this))
    , m_removes(new MessageBar(this))
    , m_secrets(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_loading(makeLoading())
    , m_nothing(new EmptyState(this))
    , m_body(new PlanBody(this))
    , m_foot(new PlanFoot(this))
{
    m_faults->setDismissible(false);
    m_removes->setDismissible(false);
    m_secrets->setDismissible(false);
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(2, 2, 2, 2);
    inside->addWidget(m_stack);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_body);
    auto *content = new QWidget(this);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::small);
    for (QWidget *row : std::initializer_list<QWidget *>{m_error, m_faults, m_removes, m_secrets, m_summary})
        rows->addWidget(row);
    rows->addWidget(card, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(makeHead());
    layout->addWidget(makeRoomFor(content, this), 1);
    layout->addWidget(m_foot);
    connect(m_error, &MessageBar::actionTriggered, this, &PlanView::look);
    connect(m_removes, &MessageBar::actionTriggered, this, [this] {
        m_orphans = m_orphans == Orphans::remove ? Orphans::keep : Orphans::remove;
        look();
    });
    connect(m_body, &PlanBody::sizesWanted, this, &PlanView::weigh);
    connect(m_body, &PlanBody::notice, this, &PlanView::notice);
    connect(m_foot, &PlanFoot::accepted, this, &PlanView::start);
    connect(m_foot, &PlanFoot::left, this, &PlanView::left);
}

QWidget *PlanView::makeHead()
{
    auto *head = new QWidget(this);
    m_title = makeText(TextRole::heading, {}, head, true);
    m_asOf = makeText(TextRole::caption, {}, head);
    m_again = new QPushButton(symbolIcon(QStringLiteral("refresh")), tr("Look again"), head);
    m_again->setAutoDefault(false);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_title, 1);
    row->addWidget(m_asOf);
    row->addWidget(m_again);
    connect(m_again, &QPushButton::clicked, this, &PlanView::look);
    return head;
}

QWidget *PlanView::makeLoading()
{
    auto *loading = new QWidget(this);
    auto *bar = new QProgressBar(loading);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    bar->setMaximumHeight(6);
    bar->setAccessibleName(tr("Looking at what would be done…"));
    auto *text = makeText(TextRole::caption, bar->accessibleName(), loading, true);
    text->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(loading);
    layout->addStretch();
    layout->addWidget(text);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(bar, 1);
    row->addStretch();
    layout->addLayout(row);
    layout->addStretch();
    return loading;
}

void PlanView::open(const std::shared_ptr<control::WorkspaceDeployments> &deployments,
                    const std::optional<model::Revision> &backTo)
{
    close();
    m_deployments = deployments;
    m_backTo = backTo;
    m_orphans = Orphans::remove;
    const QString name = QFileInfo(deployments->folder()).fileName();
    m_title->setText(backTo ? tr("What rolling back to %1 would do", "revision").arg(shortId(backTo->id))
                            : tr("What applying %1 would do", "project").arg(name));
    m_error->setDismissible(false);
    m_foot->reset(backTo ? tr("Roll back to %1", "revision").arg(shortId(backTo->id))
                         : tr("What was changed, and why"));
    m_foot->setVerb(backTo ? tr("Roll back") : tr("Apply"), false);
    connect(deployments.get(), &control::WorkspaceDeployments::ended, this, &PlanView::look); // it is another plan now
    connect(deployments.get(), &control::WorkspaceDeployments::progressed, this, &PlanView::updateReady);
    look();
    m_foot->focusMessage();
}

void PlanView::close()
{
    ++m_asked;
    if (m_deployments)
        disconnect(m_deployments.get(), nullptr, this, nullptr);
    m_deployments.reset();
    m_preview.reset();
}

void PlanView::look()
{
    if (!m_deployments)
        return;
    m_looking = true;
    m_preview.reset();
    m_error->withdraw();
    m_faults->withdraw();
    m_removes->withdraw();
    m_secrets->withdraw();
    m_summary->hide();
    m_asOf->clear();
    m_stack->setCurrentWidget(m_loading);
    updateReady();
    const int asked = ++m_asked;
    const auto backTo = m_backTo ? std::optional(m_backTo->id) : std::nullopt;
    m_deployments->preview(backTo, m_orphans).then(this, [this, asked](const base::Result<DeploymentPreview> &preview) {
        if (asked == m_asked)
            take(preview);
    });
}

void PlanView::take(const base::Result<DeploymentPreview> &preview)
{
    m_looking = false;
    if (!preview) {
        m_nothing->setContent(QStringLiteral("help"), tr("What would be done is not known"), {});
        m_stack->setCurrentWidget(m_nothing);
        m_error->tell(deploymentError(preview.error(), tr("There is no plan")));
        m_error->setAction(tr("Try again"));
    } else {
        m_preview = *preview;
        if (!m_backTo && !preview->plan.project.isEmpty())
            m_title->setText(tr("What applying %1 would do", "project").arg(preview->plan.project));
        showPreview();
    }
    updateReady();
}

void PlanView::weigh()
{
    if (!m_preview || !m_deployments)
        return;
    m_body->setWeighing(true);
    const auto show = [this, asked = m_asked](const base::Result<QMap<QString, qint64>> &sizes) {
        if (asked != m_asked || !m_preview)
            return;
        if (!sizes) {
            m_body->setWeighing(false);
            m_error->tell(deploymentError(sizes.error(), tr("The sizes could not be asked for")));
            m_error->setAction({});
            return;
        }
        m_preview->plan.setDownloadSizes(*sizes);
        m_body->setSizes(m_preview->plan);
    };
    m_deployments->downloadSizes(m_preview->plan.pulledImages()).then(this, show);
}

void PlanView::showPreview()
{
    m_asOf->setText(tr("As of %1", "time of day").arg(formatTimeOfDay(QDateTime::currentDateTimeUtc())));
    const model::Plan &plan = m_preview->plan;
    if (plan.nothingToDo() && m_preview->files.isEmpty()) {
        m_nothing->setContent(QStringLiteral("check_circle"), tr("Nothing to do"),
                              m_backTo ? tr("Files and containers are as in that revision.")
                                       : tr("All containers are as the files say, and no file was changed."));
        m_stack->setCurrentWidget(m_nothing);
        showOrphans();
        return;
    }
    QStringList parts{planSummary(plan)};
    if (!plan.images.isEmpty())
        parts.append(tr("%n images", nullptr, int(plan.images.size())));
    if (!m_preview->files.isEmpty())
        parts.append(m_backTo ? tr("%n files put back", nullptr, int(m_preview->files.size()))
                              : tr("%n files changed", nullptr, int(m_preview->files.size())));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_summary->show();
    m_body->setPreview(*m_preview);
    m_stack->setCurrentWidget(m_body);
    showWarnings();
}

void PlanView::showOrphans()
{
    const QStringList removed = removedServices(m_preview->plan);
    const QStringList kept = keptOrphans(m_preview->plan);
    if (!removed.isEmpty()) {
        m_removes->tell(
            Tone::bad, tr("%n containers are removed", nullptr, int(removed.size())),
            tr("%1. What they wrote outside volumes and folders is lost; volumes and folders stay.", "containers")
                .arg(removed.join(QStringLiteral(", "))));
        m_removes->setAction(m_preview->plan.removesOrphans() ? tr("Keep them") : QString());
    } else if (!kept.isEmpty()) {
        m_removes->tell(Tone::info, tr("%n containers stay that no file names", nullptr, int(kept.size())),
                        kept.join(QStringLiteral(", ")));
        m_removes->setAction(tr("Remove them"));
    }
}

void PlanView::showErrors()
{
    const QList<model::Diagnostic> &errors = m_preview->errors;
    const QString &unasked = m_preview->hostUnasked;
    if (errors.isEmpty() && !unasked.isEmpty())
        m_faults->tell(Tone::warning, tr("This machine was not looked at"), inOurWords(unasked));
    if (errors.isEmpty())
        return;
    QStringList lines;
    for (const model::Diagnostic &error : errors)
        lines.append(tr("%1, line %2: %3", "file, line, what is wrong")
                         .arg(error.file)
                         .arg(error.place.line)
                         .arg(inOurWords(error.message)));
    if (!unasked.isEmpty())
        lines.append(tr("This machine was not looked at: %1", "why").arg(inOurWords(unasked)));
    m_faults->tell(Tone::bad, tr("%n errors were found", nullptr, int(errors.size())),
                   tr("Compose takes them, but services may not come up. %1", "first error").arg(lines.constFirst()),
                   lines.size() > 1 ? lines.join(u'\n') : QString());
}

void PlanView::showWarnings()
{
    showOrphans();
    showErrors();
    if (!m_preview->missingSecrets.isEmpty())
        m_secrets->tell(Tone::warning, tr("%n secrets have no value", nullptr, int(m_preview->missingSecrets.size())),
                        tr("%1. Services that need them may not come up.", "names of secrets")
                            .arg(m_preview->missingSecrets.join(QStringLiteral(", "))));
    const QString verb = m_backTo ? tr("Roll back") : tr("Apply");
    const int removed = int(removedServices(m_preview->plan).size());
    const int errors = int(m_preview->errors.size());
    if (removed > 0)
        m_foot->setVerb(tr("%1 and remove %n", "Apply", removed).arg(verb), true);
    else if (errors > 0)
        m_foot->setVerb(tr("Apply despite %n errors", nullptr, errors), true);
    else
        m_foot->setVerb(verb, false);
}

void PlanView::updateReady()
{
    const bool running = m_deployments && m_deployments->isRunning();
    m_again->setEnabled(!m_looking);
    if (running)
        m_foot->setReady(false, tr("A deployment of this workspace is under way."));
    else
        m_foot->setReady(m_preview && m_stack->currentWidget() == m_body);
}

void PlanView::start()
{
    if (!m_preview || !m_deployments)
        return;
    control::DeploymentOrder order;
    order.what = m_backTo ? control::DeploymentOrder::What::rollBack : control::DeploymentOrder::What::apply;
    if (m_backTo)
        order.target = m_backTo->id;
    order.message = m_foot->message();
    order.goesBack = m_foot->goesBack();
    order.orphans = m_orphans;
    const base::Status begun = m_deployments->start(order);
    if (!begun) {
        m_error->tell(deploymentError(begun.error(), tr("It could not be started")));
        m_error->setAction({});
        return;
    }
    Q_EMIT started();
}

} // namespace mediahelm::ui
