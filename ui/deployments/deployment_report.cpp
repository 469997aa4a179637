// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/deployment_words.h"
#include "ui/style/format.h"
#include "ui/style/phrases/phrase_book.h"

#include <QCoreApplication>

#include <algorithm>

// What is said of a whole deployment.

namespace mediahelm::ui {

using model::DeploymentProgress;
using model::DeploymentStage;
using model::Verdict;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DeploymentWords)
};

// Not known before the files were read.
QString nameOf(const DeploymentProgress &progress)
{
    return progress.project.isEmpty() ? Text::tr("the workspace") : progress.project;
}

constexpr qsizetype reportedLines = 200; // of the log

void appendIndented(QStringList *report, const QStringList &lines)
{
    for (const QString &line : lines)
        report->append(QStringLiteral("    ") + line);
}

void appendFailure(QStringList *report, const model::ServiceFailure &failure)
{
    const QString who = failure.container.isEmpty() || failure.container == failure.service
        ? failure.service
        : Text::tr("%1 (%2)", "service, container").arg(failure.service, failure.container);
    report->append(QString());
    report->append(Text::tr("%1: %2", "service, reason").arg(who, inOurWords(failure.reason)));
    if (!failure.healthOutput.isEmpty()) {
        report->append(QStringLiteral("  ") + Text::tr("Its health check said:"));
        appendIndented(report, failure.healthOutput.split(u'\n'));
    }
    if (!failure.lastLog.isEmpty()) {
        report->append(QStringLiteral("  ") + Text::tr("The last lines of its log:"));
        appendIndented(report, failure.lastLog);
    }
}

} // namespace

QString deploymentTitle(const DeploymentProgress &progress)
{
    const QString name = nameOf(progress);
    if (progress.purpose == u"roll back")
        return Text::tr("Rolling back %1").arg(name);
    if (progress.purpose == u"apply")
        return Text::tr("Applying %1").arg(name);
    return Text::tr("Finishing what was interrupted in %1").arg(name);
}

QString stageLine(const DeploymentProgress &progress)
{
    const model::StageProgress *stage = progress.current();
    if (!stage)
        return {};
    int up = 0;
    int all = 0;
    for (const model::ServiceProgress &service : progress.services) {
        if (service.state == model::ServiceProgress::State::untouched)
            continue;
        ++all;
        up += isUp(service.state) ? 1 : 0;
    }
    const bool counts = stage->stage == DeploymentStage::health || stage->stage == DeploymentStage::recover;
    if (counts && all > 0)
        return Text::tr("%1: %2 of %3", "stage, services that are up, all")
            .arg(stageWord(stage->stage))
            .arg(up)
            .arg(all);
    if (stage->stage == DeploymentStage::pull && !progress.images.isEmpty()) {
        const auto done = std::ranges::count_if(progress.images, &model::ImageProgress::done);
        return Text::tr("%1: %2 of %3", "stage, services that are up, all")
            .arg(stageWord(stage->stage))
            .arg(done)
            .arg(progress.images.size());
    }
    return stageWord(stage->stage);
}

QString deploymentLine(const DeploymentProgress &progress)
{
    const QString stage = stageLine(progress);
    return stage.isEmpty() ? deploymentTitle(progress)
                           : Text::tr("%1. %2", "what is deployed, its stage").arg(deploymentTitle(progress), stage);
}

QString deploymentEnd(const DeploymentProgress &progress)
{
    const QString name = nameOf(progress);
    if (!progress.verdict)
        return Text::tr("%1: nothing was deployed").arg(name);
    switch (*progress.verdict) {
    case Verdict::healthy:
        return progress.purpose == u"roll back" ? Text::tr("%1 is rolled back and healthy").arg(name)
                                                : Text::tr("%1 is applied and healthy").arg(name);
    case Verdict::rolledBack: {
        if (!progress.rolledBackTo)
            return Text::tr("%1 was put back").arg(name);
        // What was cancelled is put back too, and nothing has failed then.
        const QString words = progress.failures.isEmpty()
            ? Text::tr("%1 was put back to revision %2")
            : Text::tr("%1 did not come up, and was put back to revision %2");
        return words.arg(name, shortId(*progress.rolledBackTo));
    }
    case Verdict::unhealthy: return Text::tr("%1 did not come up").arg(name);
    case Verdict::cancelled: break;
    }
    return Text::tr("The deployment of %1 was cancelled").arg(name);
}

Tone deploymentTone(const DeploymentProgress &progress)
{
    return progress.verdict ? verdictTone(*progress.verdict) : Tone::bad;
}

QString deploymentRemedy(const DeploymentProgress &progress)
{
    if (!progress.verdict)
        return Text::tr("Mend what is named here, then try again.");
    switch (*progress.verdict) {
    case Verdict::healthy: return {};
    case Verdict::rolledBack:
        return Text::tr("The files are those of that revision again; what was tried is kept among the revisions. Look "
                        "at what failed, mend it, and apply again.");
    case Verdict::unhealthy:
        return Text::tr("The containers are as the deployment left them. Mend what failed and apply again, or roll "
                        "back to a revision that was healthy.");
    case Verdict::cancelled: break;
    }
    return Text::tr("What was done until then is left as it is. Apply again, or roll back to a revision that was "
                    "healthy.");
}

QString deploymentReport(const DeploymentProgress &progress)
{
    QStringList report{progress.finished() ? deploymentEnd(progress) : deploymentLine(progress)};
    if (!progress.summary.isEmpty())
        report.append(inOurWords(progress.summary));
    if (progress.revision)
        report.append(Text::tr("Revision %1").arg(progress.revision->text()));
    report.append(
        Text::tr("Begun %1, ended %2").arg(formatInstant(progress.startedAt), formatInstant(progress.finishedAt)));
    for (const model::StageProgress &stage : progress.stages)
        report.append(Text::tr("%1: %2", "stage, its state").arg(stageWord(stage.stage), stageStateWord(stage.state)));
    for (const model::ServiceFailure &failure : progress.failures)
        appendFailure(&report, failure);
    if (!progress.log.isEmpty()) {
        report.append(QString());
        report.append(Text::tr("Log:"));
        const QStringList last = progress.log.mid(std::max<qsizetype>(0, progress.log.size() - reportedLines));
        appendIndented(&report, last);
    }
    return report.join(u'\n');
}

} // namespace mediahelm::ui
