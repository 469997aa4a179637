// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/plan_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace mediahelm::ui {

using model::FileChangeKind;
using model::ImageStep;
using model::PlanAction;
using model::PlanReason;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

constexpr qsizetype mostSubjects = 4; // that are named in a line

QString named(const QStringList &subjects)
{
    QStringList shown = subjects.mid(0, mostSubjects);
    for (QString &subject : shown)
        subject.replace(QStringLiteral(" -> "), QStringLiteral(" → "));
    const int more = int(subjects.size() - shown.size());
    const QString list = shown.join(QStringLiteral(", "));
    return more > 0 ? Text::tr("%1 and %n more", nullptr, more).arg(list) : list;
}

// "exited 137", "created", as the engine names states.
QString stateWords(const QString &state)
{
    const QString exited = QStringLiteral("exited ");
    if (state.startsWith(exited))
        return Text::tr("exited %1", "exit code").arg(state.sliced(exited.size()));
    if (state == QStringLiteral("created"))
        return Text::tr("created", "and never started");
    if (state == QStringLiteral("dead"))
        return Text::tr("dead", "state of a container");
    return state;
}

// With %1 for the subjects.
const char *withSubjects(PlanReason::Kind kind)
{
    using Kind = PlanReason::Kind;
    switch (kind) {
    case Kind::scale: return QT_TRANSLATE_NOOP("PlanWords", "number of containers: %1");
    case Kind::image: return QT_TRANSLATE_NOOP("PlanWords", "another image: %1");
    case Kind::imageMoved: return QT_TRANSLATE_NOOP("PlanWords", "%1 means another image now");
    case Kind::imageAbsent: return QT_TRANSLATE_NOOP("PlanWords", "%1 is not on this host yet");
    case Kind::environment: return QT_TRANSLATE_NOOP("PlanWords", "variables: %1");
    case Kind::mount: return QT_TRANSLATE_NOOP("PlanWords", "volumes or folders: %1");
    case Kind::port: return QT_TRANSLATE_NOOP("PlanWords", "ports: %1");
    case Kind::label: return QT_TRANSLATE_NOOP("PlanWords", "labels: %1");
    case Kind::network: return QT_TRANSLATE_NOOP("PlanWords", "networks: %1");
    case Kind::sharedNamespace: return QT_TRANSLATE_NOOP("PlanWords", "shared namespaces: %1");
    case Kind::dependency: return QT_TRANSLATE_NOOP("PlanWords", "%1 gets a new container");
    case Kind::dependencyRestart: return QT_TRANSLATE_NOOP("PlanWords", "restarted, since %1 gets a new container");
    case Kind::stopped: return QT_TRANSLATE_NOOP("PlanWords", "does not run: %1");
    case Kind::completed: return QT_TRANSLATE_NOOP("PlanWords", "had done its work (%1), and runs once more");
    case Kind::file: return QT_TRANSLATE_NOOP("PlanWords", "changed since it was started: %1");
    default: return nullptr;
    }
}

const char *plain(PlanReason::Kind kind)
{
    using Kind = PlanReason::Kind;
    switch (kind) {
    case Kind::missing: return QT_TRANSLATE_NOOP("PlanWords", "has no container yet");
    case Kind::command: return QT_TRANSLATE_NOOP("PlanWords", "another command");
    case Kind::entrypoint: return QT_TRANSLATE_NOOP("PlanWords", "another entrypoint");
    case Kind::networkMode: return QT_TRANSLATE_NOOP("PlanWords", "another network mode");
    case Kind::volumesFrom: return QT_TRANSLATE_NOOP("PlanWords", "volumes of another container");
    case Kind::healthCheck: return QT_TRANSLATE_NOOP("PlanWords", "another health check");
    case Kind::restart: return QT_TRANSLATE_NOOP("PlanWords", "another restart policy");
    case Kind::user: return QT_TRANSLATE_NOOP("PlanWords", "another user");
    case Kind::workingDirectory: return QT_TRANSLATE_NOOP("PlanWords", "another working directory");
    case Kind::hostname: return QT_TRANSLATE_NOOP("PlanWords", "another host name");
    case Kind::privileged: return QT_TRANSLATE_NOOP("PlanWords", "other privileges");
    case Kind::capabilities: return QT_TRANSLATE_NOOP("PlanWords", "other capabilities");
    case Kind::devices: return QT_TRANSLATE_NOOP("PlanWords", "other devices");
    case Kind::limits: return QT_TRANSLATE_NOOP("PlanWords", "other limits of memory or processor time");
    case Kind::stopped: return QT_TRANSLATE_NOOP("PlanWords", "does not run");
    case Kind::paused: return QT_TRANSLATE_NOOP("PlanWords", "is paused: resume it first, Compose cannot start it");
    case Kind::completed: return QT_TRANSLATE_NOOP("PlanWords", "had done its work, and runs once more");
    case Kind::orphan: return QT_TRANSLATE_NOOP("PlanWords", "no file names it any more");
    default: return QT_TRANSLATE_NOOP("PlanWords", "its configuration has changed");
    }
}

int countOf(const model::Plan &plan, PlanAction action)
{
    return int(std::ranges::count_if(plan.services, [action](const model::ServicePlan &service) {
        return service.action == action && (action != PlanAction::nothing || isUnchanged(service));
    }));
}

} // namespace

QString planActionWord(PlanAction action)
{
    switch (action) {
    case PlanAction::create: return Text::tr("Create");
    case PlanAction::recreate: return Text::tr("Recreate");
    case PlanAction::restart: return Text::tr("Restart");
    case PlanAction::start: return Text::tr("Start");
    case PlanAction::remove: return Text::tr("Remove");
    case PlanAction::nothing: break;
    }
    return Text::tr("Unchanged");
}

Tone planActionTone(PlanAction action)
{
    switch (action) {
    case PlanAction::create: return Tone::good;
    case PlanAction::recreate: return Tone::warning;
    case PlanAction::restart:
    case PlanAction::start: return Tone::info;
    case PlanAction::remove: return Tone::bad;
    case PlanAction::nothing: break;
    }
    return Tone::neutral;
}

QString planActionSymbol(PlanAction action)
{
    switch (action) {
    case PlanAction::create: return QStringLiteral("add");
    case PlanAction::recreate:
    case PlanAction::restart: return QStringLiteral("restart_alt");
    case PlanAction::start: return QStringLiteral("play_arrow");
    case PlanAction::remove: return QStringLiteral("delete");
    case PlanAction::nothing: break;
    }
    return QStringLiteral("check");
}

QString planReasonWords(PlanReason::Kind kind, const QStringList &subjects)
{
    const char *words = subjects.isEmpty() ? nullptr : withSubjects(kind);
    QStringList told = subjects;
    if (kind == PlanReason::Kind::stopped || kind == PlanReason::Kind::completed)
        std::ranges::transform(told, told.begin(), stateWords);
    return words ? Text::tr(words).arg(named(told)) : Text::tr(plain(kind));
}

QString followUpWords(const model::FollowUp &followUp)
{
    if (followUp.through == model::NeedKind::dependsOn)
        return Text::tr("is restarted with %1, as it asks for").arg(followUp.because);
    return (followUp.kind == model::FollowUp::Kind::recreate
                ? Text::tr("is recreated with %1: it lives in its network")
                : Text::tr("is restarted with %1: it lives in its network"))
        .arg(followUp.because);
}

QStringList planReasonLines(const model::ServicePlan &service)
{
    QStringList lines;
    for (qsizetype i = 0; i < service.reasons.size();) {
        const PlanReason::Kind kind = service.reasons.at(i).kind;
        QStringList subjects;
        for (; i < service.reasons.size() && service.reasons.at(i).kind == kind; ++i) {
            if (!service.reasons.at(i).subject.isEmpty())
                subjects.append(service.reasons.at(i).subject);
        }
        lines.append(planReasonWords(kind, subjects));
    }
    if (service.followUp)
        lines.append(followUpWords(*service.followUp));
    return lines;
}

bool isUnchanged(const model::ServicePlan &service)
{
    return service.action == PlanAction::nothing && !service.followUp;
}

QString imageHowWords(ImageStep::How how)
{
    switch (how) {
    case ImageStep::How::pull: return Text::tr("is pulled");
    case ImageStep::How::build: return Text::tr("is built");
    case ImageStep::How::unavailable: break;
    }
    return Text::tr("cannot be had: its pull policy forbids to pull it");
}

QString imageWhyWords(ImageStep::Why why)
{
    switch (why) {
    case ImageStep::Why::absent: return Text::tr("it is not here yet");
    case ImageStep::Why::always: return Text::tr("its pull policy asks for it each time");
    case ImageStep::Why::outdated: break;
    }
    return Text::tr("the one that is here is outdated");
}

QString planSummary(const model::Plan &plan)
{
    QStringList parts;
    if (const int count = countOf(plan, PlanAction::remove))
        parts.append(Text::tr("%n removed", nullptr, count));
    if (const int count = countOf(plan, PlanAction::recreate))
        parts.append(Text::tr("%n recreated", nullptr, count));
    if (const int count = countOf(plan, PlanAction::create))
        parts.append(Text::tr("%n created", nullptr, count));
    if (const int count = countOf(plan, PlanAction::restart))
        parts.append(Text::tr("%n restarted", nullptr, count));
    if (const int count = countOf(plan, PlanAction::start))
        parts.append(Text::tr("%n started", nullptr, count));
    const auto follows = std::ranges::count_if(plan.services, [](const model::ServicePlan &service) {
        return service.action == PlanAction::nothing && service.followUp;
    });
    if (follows > 0)
        parts.append(Text::tr("%n follow", nullptr, int(follows)));
    if (const int count = countOf(plan, PlanAction::nothing))
        parts.append(Text::tr("%n unchanged", nullptr, count));
    return parts.isEmpty() ? Text::tr("no services") : parts.join(QStringLiteral(", "));
}

QStringList removedServices(const model::Plan &plan)
{
    QStringList names;
    for (const model::ServicePlan &service : plan.services) {
        if (service.action != PlanAction::remove)
            continue;
        QStringList containers;
        for (const model::ContainerStep &step : service.containers)
            containers.append(step.name);
        names.append(containers.isEmpty() ? service.service : containers.join(QStringLiteral(", ")));
    }
    return names;
}

QStringList keptOrphans(const model::Plan &plan)
{
    QStringList names;
    for (const model::ServicePlan &service : plan.services) {
        if (!service.orphan || service.action == PlanAction::remove)
            continue;
        for (const model::ContainerStep &step : service.containers)
            names.append(step.name);
    }
    return names;
}

QString fileChangeWord(FileChangeKind kind)
{
    switch (kind) {
    case FileChangeKind::added: return Text::tr("Added");
    case FileChangeKind::removed: return Text::tr("Removed");
    case FileChangeKind::changed: return Text::tr("Changed");
    case FileChangeKind::modeChanged: break;
    }
    return Text::tr("Executable bit changed");
}

Tone fileChangeTone(FileChangeKind kind)
{
    switch (kind) {
    case FileChangeKind::added: return Tone::good;
    case FileChangeKind::removed: return Tone::bad;
    case FileChangeKind::changed:
    case FileChangeKind::modeChanged: break;
    }
    return Tone::info;
}

QString fileChangeSymbol(FileChangeKind kind)
{
    switch (kind) {
    case FileChangeKind::added: return QStringLiteral("add");
    case FileChangeKind::removed: return QStringLiteral("delete");
    case FileChangeKind::changed:
    case FileChangeKind::modeChanged: break;
    }
    return QStringLiteral("edit");
}

} // namespace mediahelm::ui
