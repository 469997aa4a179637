// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/deployment_log_text.h"

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using model::DeploymentProgress;
using model::ServiceFailure;
using model::StageProgress;

namespace {

const QString indent = u"    "_s;

QString stageText(const StageProgress &stage)
{
    QString text = u"%1 %2"_s.arg(model::deploymentStageName(stage.stage), model::stageStateName(stage.state));
    if (stage.startedAt.isValid() && stage.finishedAt.isValid()) {
        constexpr double second = 1000;
        text += u" after %1 s"_s.arg(double(stage.startedAt.msecsTo(stage.finishedAt)) / second, 0, 'f', 1);
    }
    return text;
}

QStringList linesOf(const ServiceFailure &failure)
{
    QStringList lines{QString(), u"%1 %2"_s.arg(failure.service, failure.reason)};
    if (!failure.container.isEmpty())
        lines.append(u"  container: %1"_s.arg(failure.container));
    if (!failure.healthOutput.isEmpty()) {
        lines.append(u"  its health check said:"_s);
        for (const QString &line : failure.healthOutput.split(u'\n'))
            lines.append(indent + line);
    }
    if (!failure.lastLog.isEmpty()) {
        lines.append(u"  the end of its log:"_s);
        for (const QString &line : failure.lastLog)
            lines.append(indent + line);
    }
    return lines;
}

} // namespace

QString deploymentLogText(const DeploymentProgress &progress)
{
    QStringList lines;
    lines.append(progress.project.isEmpty() ? progress.purpose : u"%1: %2"_s.arg(progress.project, progress.purpose));
    if (progress.revision)
        lines.append(u"revision %1"_s.arg(progress.revision->text()));
    if (progress.verdict)
        lines.append(u"%1: %2"_s.arg(model::verdictName(*progress.verdict), progress.summary));
    lines.append(u"from %1 to %2"_s.arg(progress.startedAt.toUTC().toString(Qt::ISODateWithMs),
                                        progress.finishedAt.toUTC().toString(Qt::ISODateWithMs)));
    for (const StageProgress &stage : progress.stages)
        lines.append(stageText(stage));
    for (const ServiceFailure &failure : progress.failures)
        lines.append(linesOf(failure));
    lines.append(QString());
    if (progress.log.size() >= DeploymentProgress::mostLogLines)
        lines.append(u"... earlier lines are left out"_s);
    lines.append(progress.log);
    return lines.join(u'\n') + u'\n';
}

} // namespace mediahelm::revision
