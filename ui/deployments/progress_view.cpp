// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/progress_view.h"

#include "ui/deployments/deployment_log.h"
#include "ui/deployments/deployment_words.h"
#include "ui/deployments/failure_text.h"
#include "ui/deployments/image_progress_model.h"
#include "ui/deployments/service_progress_model.h"
#include "ui/deployments/stage_row.h"
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeView>
#include <QVBoxLayout>

namespace mediahelm::ui {

using model::DeploymentProgress;

ProgressView::ProgressView(QWidget *parent)
    : QWidget(parent)
    , m_services(new ServiceProgressModel(this))
    , m_images(new ImageProgressModel(this))
    , m_end(new MessageBar(this))
    , m_stages(new StageRow(this))
    , m_line(makeText(TextRole::strong, {}, this, true))
    , m_tabs(new QTabBar(this))
    , m_stack(new Modest<QStackedWidget>(this))
    , m_announcer(new Announcer(this))
{
    m_end->setDismissible(false);
    auto *stages = new Card(this);
    auto *around = new QVBoxLayout(stages);
    around->setContentsMargins(space::medium, space::small, space::medium, space::small);
    around->addWidget(m_stages);
    auto *content = new QWidget(this);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::small);
    for (QWidget *row : std::initializer_list<QWidget *>{m_end, stages, m_line})
        rows->addWidget(row);
    rows->addWidget(makeParts(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(makeHead());
    layout->addWidget(makeRoomFor(content, this), 1);
    layout->addWidget(makeFoot());
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &ProgressView::tick);
    connect(m_end, &MessageBar::actionTriggered, this, &ProgressView::configurationAsked);
}

void ProgressView::open(const std::shared_ptr<control::WorkspaceDeployments> &deployments)
{
    close();
    m_deployments = deployments;
    connect(deployments.get(), &control::WorkspaceDeployments::progressed, this, &ProgressView::refresh);
    connect(deployments.get(), &control::WorkspaceDeployments::ended, this, &ProgressView::refresh);
    m_tabs->setCurrentIndex(ServicesTab);
    refresh();
}

void ProgressView::close()
{
    if (m_deployments)
        disconnect(m_deployments.get(), nullptr, this, nullptr);
    m_deployments.reset();
    m_clock.stop();
    m_cancelling = false;
    m_ended = false;
    m_said.clear();
    m_end->withdraw();
    m_services->setServices({}, {});
    m_images->setImages({});
    m_log->setLines({});
    m_failures->setFailures({});
}

void ProgressView::refresh()
{
    if (!m_deployments || !m_deployments->progress())
        return;
    const DeploymentProgress &progress = *m_deployments->progress();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!progress.finished() && m_ended) { // another one began
        m_ended = false;
        m_cancelling = false;
        m_end->withdraw();
        m_tabs->setCurrentIndex(ServicesTab);
    }
    m_title->setText(progress.finished() ? tr("The latest deployment") : deploymentTitle(progress));
    m_line->setText(stageLine(progress));
    m_line->setVisible(!m_line->text().isEmpty());
    m_services->setServices(progress.services, progress.finished() ? progress.finishedAt : now);
    m_images->setImages(progress.images);
    m_log->setLines(progress.log);
    updateTabs(progress);
    updateFoot(progress);
    announceStage(progress);
    if (progress.finished() && !m_ended)
        showEnd(progress);
    tick();
    if (progress.finished())
        m_clock.stop();
    else if (isVisible() && !m_clock.isActive())
        m_clock.start();
}

void ProgressView::tick()
{
    if (!m_deployments || !m_deployments->progress())
        return;
    const DeploymentProgress &progress = *m_deployments->progress();
    const QDateTime now = progress.finished() ? progress.finishedAt : QDateTime::currentDateTimeUtc();
    const QString took = formatDuration(std::chrono::seconds(progress.startedAt.secsTo(now)));
    m_elapsed->setText(progress.finished()
                           ? tr("Ended %1, after %2", "when, how long").arg(formatInstant(progress.finishedAt), took)
                           : tr("For %1", "how long").arg(took));
    m_stages->setStages(progress.stages, now);
    m_services->advance(now);
}

void ProgressView::showEnd(const DeploymentProgress &progress)
{
    m_ended = true;
    m_failures->setFailures(progress.failures);
    QStringList words;
    for (const QString &part : {asSentence(inOurWords(progress.summary)), deploymentRemedy(progress)}) {
        if (!part.isEmpty())
            words.append(part);
    }
    m_end->tell(deploymentTone(progress), deploymentEnd(progress), words.join(u' '));
    const bool good = progress.verdict == model::Verdict::healthy;
    m_end->setAction(good ? QString() : tr("Open Configuration"));
    if (!progress.failures.isEmpty())
        m_tabs->setCurrentIndex(FailuresTab);
}

void ProgressView::updateTabs(const DeploymentProgress &progress)
{
    const int failed = m_services->count(model::ServiceProgress::State::failed);
    m_tabs->setTabText(ServicesTab, failed > 0 ? tr("Services, %n failed", nullptr, failed) : tr("Services"));
    m_tabs->setTabVisible(ImagesTab, !progress.images.isEmpty());
    m_tabs->setTabVisible(FailuresTab, progress.finished() && !progress.failures.isEmpty());
}

void ProgressView::updateFoot(const DeploymentProgress &progress)
{
    const model::StageProgress *stage = progress.current();
    const bool back = stage && isWayBack(stage->stage);
    const bool running = !progress.finished();
    m_cancel->setVisible(running && !back);
    m_cancel->setEnabled(!m_cancelling);
    m_cancel->setText(progress.goesBack ? tr("Cancel and put back") : tr("Cancel"));
    m_copy->setVisible(!running);
    m_cancelNote->setVisible(running);
    if (back)
        m_cancelNote->setText(tr("It is being put back as it was. That is not cancelled."));
    else if (m_cancelling)
        m_cancelNote->setText(tr("It is being cancelled…"));
    else if (progress.goesBack)
        m_cancelNote->setText(tr("It goes on when you leave this page. A cancel puts back what was touched."));
    else
        m_cancelNote->setText(tr("It goes on when you leave this page. A cancel leaves what was done as it is then."));
}

void ProgressView::announceStage(const DeploymentProgress &progress)
{
    const model::StageProgress *stage = progress.current();
    const QString now = stage ? stageWord(stage->stage) : QString();
    if (now.isEmpty() || now == m_said)
        return;
    m_said = now;
    m_announcer->say(deploymentLine(progress));
}

void ProgressView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ProgressView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_clock.stop();
}

} // namespace mediahelm::ui
