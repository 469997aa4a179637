// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/deployment_text.h"

#include "core/revision/plan/plan_json.h"

namespace mediahelm::app {

using namespace Qt::StringLiterals;
using model::ServiceProgress;

namespace {

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue idJson(const std::optional<model::RevisionId> &id)
{
    return id ? QJsonValue(id->text()) : QJsonValue();
}

QString fileChangeName(model::FileChangeKind kind)
{
    switch (kind) {
    case model::FileChangeKind::added: return u"added"_s;
    case model::FileChangeKind::removed: return u"removed"_s;
    case model::FileChangeKind::changed: return u"changed"_s;
    case model::FileChangeKind::modeChanged: break;
    }
    return u"mode"_s;
}

QJsonObject imageJson(const model::ImageProgress &image)
{
    QJsonArray layers;
    for (const model::LayerProgress &layer : image.layers)
        layers.append(QJsonObject{{u"id"_s, layer.id},
                                  {u"status"_s, layer.status},
                                  {u"current"_s, layer.current},
                                  {u"total"_s, layer.total},
                                  {u"done"_s, layer.done}});
    return {{u"name"_s, image.name.isEmpty() ? QJsonValue() : QJsonValue(image.name)},
            {u"status"_s, image.status},
            {u"done"_s, image.done},
            {u"failed"_s, image.failed},
            {u"layers"_s, layers}};
}

bool isToldOf(ServiceProgress::State state)
{
    return state != ServiceProgress::State::waiting && state != ServiceProgress::State::untouched;
}

} // namespace

QJsonObject deploymentJson(const model::DeploymentProgress &progress)
{
    QJsonArray stages;
    for (const model::StageProgress &stage : progress.stages)
        stages.append(QJsonObject{{u"stage"_s, model::deploymentStageName(stage.stage)},
                                  {u"state"_s, model::stageStateName(stage.state)},
                                  {u"started_at"_s, timeJson(stage.startedAt)},
                                  {u"finished_at"_s, timeJson(stage.finishedAt)}});
    QJsonArray services;
    for (const ServiceProgress &service : progress.services)
        services.append(QJsonObject{{u"service"_s, service.service},
                                    {u"state"_s, model::serviceProgressName(service.state)},
                                    {u"detail"_s, service.detail}});
    QJsonArray images;
    for (const model::ImageProgress &image : progress.images)
        images.append(imageJson(image));
    QJsonArray failures;
    for (const model::ServiceFailure &failure : progress.failures)
        failures.append(QJsonObject{{u"service"_s, failure.service},
                                    {u"container"_s, failure.container},
                                    {u"reason"_s, failure.reason},
                                    {u"last_log"_s, QJsonArray::fromStringList(failure.lastLog)},
                                    {u"health_output"_s, failure.healthOutput}});
    return {{u"project"_s, progress.project},
            {u"verdict"_s, progress.verdict ? QJsonValue(model::verdictName(*progress.verdict)) : QJsonValue()},
            {u"summary"_s, progress.summary},
            {u"revision"_s, idJson(progress.revision)},
            {u"rolled_back_to"_s, idJson(progress.rolledBackTo)},
            {u"started_at"_s, timeJson(progress.startedAt)},
            {u"finished_at"_s, timeJson(progress.finishedAt)},
            {u"plan"_s, progress.plan ? QJsonValue(revision::planToJson(*progress.plan)) : QJsonValue()},
            {u"stages"_s, stages},
            {u"images"_s, images},
            {u"services"_s, services},
            {u"failures"_s, failures}};
}

QString failureText(const model::ServiceFailure &failure)
{
    QString text = failure.service + u' ' + failure.reason;
    if (!failure.healthOutput.isEmpty())
        text += u"\n    its health check said: "_s + failure.healthOutput.simplified();
    if (!failure.lastLog.isEmpty())
        text += u"\n    the last lines of its log:"_s;
    for (const QString &line : failure.lastLog)
        text += u"\n      "_s + line;
    return text;
}

QJsonObject revisionJson(const model::Revision &revision)
{
    return {{u"id"_s, revision.id.text()},
            {u"parent"_s, idJson(revision.parent)},
            {u"at"_s, timeJson(revision.when)},
            {u"author"_s, revision.author.name},
            {u"email"_s, revision.author.email},
            {u"kind"_s, model::revisionKindName(revision.kind)},
            {u"message"_s, revision.message},
            {u"services"_s, QJsonArray::fromStringList(revision.services)},
            {u"tags"_s, QJsonArray::fromStringList(revision.tags)},
            {u"verdict"_s,
             revision.deployment ? QJsonValue(model::verdictName(revision.deployment->verdict)) : QJsonValue()}};
}

QString revisionText(const model::Revision &revision)
{
    QString text = u"%1  %2  %3  %4"_s.arg(
        shortId(revision.id), revision.when.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
        model::revisionKindName(revision.kind).leftJustified(10),
        (revision.deployment ? model::verdictName(revision.deployment->verdict) : QString()).leftJustified(11));
    text += u"  %1: %2"_s.arg(revision.author.name, revision.message.section(u'\n', 0, 0));
    if (!revision.services.isEmpty())
        text += u" (%1)"_s.arg(revision.services.join(u", "_s));
    if (!revision.tags.isEmpty())
        text += u" [%1]"_s.arg(revision.tags.join(u", "_s));
    return text;
}

QJsonArray changesJson(const model::Changes &changes)
{
    QJsonArray items;
    for (const model::FileChange &change : changes)
        items.append(QJsonObject{{u"path"_s, change.path.text()},
                                 {u"kind"_s, fileChangeName(change.kind)},
                                 {u"binary"_s, change.binary},
                                 {u"lines_added"_s, change.linesAdded},
                                 {u"lines_removed"_s, change.linesRemoved},
                                 {u"diff"_s, QString::fromUtf8(model::unifiedText({change}))}});
    return items;
}

QJsonObject shownJson(const model::Revision &revision, const model::Changes &changes,
                      const QList<model::Deployment> &deployments)
{
    QJsonArray runs;
    for (const model::Deployment &deployment : deployments) {
        QJsonArray images;
        for (const model::RanImage &image : deployment.images)
            images.append(
                QJsonObject{{u"service"_s, image.service}, {u"image"_s, image.reference}, {u"digest"_s, image.digest}});
        runs.append(QJsonObject{{u"at"_s, timeJson(deployment.when)},
                                {u"author"_s, deployment.by.name},
                                {u"verdict"_s, model::verdictName(deployment.verdict)},
                                {u"summary"_s, deployment.summary},
                                {u"images"_s, images}});
    }
    QJsonObject shown = revisionJson(revision);
    shown.insert(u"changes"_s, changesJson(changes));
    shown.insert(u"deployments"_s, runs);
    return shown;
}

QString shownText(const model::Revision &revision, const model::Changes &changes,
                  const QList<model::Deployment> &deployments)
{
    QStringList lines{revisionText(revision), revision.id.text()};
    for (const model::FileChange &change : changes)
        lines.append(u"  %1 %2 (+%3 -%4)"_s.arg(fileChangeName(change.kind).leftJustified(8), change.path.text())
                         .arg(change.linesAdded)
                         .arg(change.linesRemoved));
    for (const model::Deployment &deployment : deployments) {
        lines.append(u"%1  %2  %3: %4"_s.arg(deployment.when.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
                                             model::verdictName(deployment.verdict), deployment.by.name,
                                             deployment.summary));
        for (const model::RanImage &image : deployment.images)
            lines.append(u"  %1  %2  %3"_s.arg(image.service, image.reference, image.digest));
    }
    return lines.join(u'\n');
}

QStringList ProgressLines::take(const model::DeploymentProgress &progress)
{
    QStringList lines;
    for (const model::StageProgress &stage : progress.stages) {
        const model::StageState before = m_stages.value(int(stage.stage), model::StageState::waiting);
        if (before == stage.state)
            continue;
        m_stages.insert(int(stage.stage), stage.state);
        if (stage.state == model::StageState::running)
            lines.append(u"==> %1"_s.arg(model::deploymentStageName(stage.stage)));
        else if (stage.state == model::StageState::failed)
            lines.append(u"==> %1 failed"_s.arg(model::deploymentStageName(stage.stage)));
    }
    for (const model::ImageProgress &image : progress.images) {
        if (image.name.isEmpty() || !(image.done || image.failed) || m_images.contains(image.name))
            continue;
        m_images.insert(image.name);
        lines.append(u"    %1: %2"_s.arg(image.name, image.status));
    }
    for (const ServiceProgress &service : progress.services) {
        const auto before = m_services.constFind(service.service);
        if (!isToldOf(service.state) || (before != m_services.constEnd() && *before == service.state))
            continue;
        m_services.insert(service.service, service.state);
        lines.append(u"    %1: %2"_s.arg(service.service, model::serviceProgressName(service.state))
                     + (service.detail.isEmpty() ? QString() : u" ("_s + service.detail + u')'));
    }
    return lines;
}

} // namespace mediahelm::app
