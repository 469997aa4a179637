// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/sample_deployments.h"

#include <array>

namespace mediahelm::fakes {

using model::DeploymentStage;
using model::PlanAction;
using model::PlanReason;
using model::ServiceProgress;
using model::StageState;
using Kind = model::PlanReason::Kind;

namespace {

model::FilePath path(const char *text)
{
    return model::FilePath::parse(QString::fromLatin1(text)).value();
}

base::ContainerId containerId(int number)
{
    return base::ContainerId::parse(QStringLiteral("%1").arg(number, 64, 16, QLatin1Char('0'))).value();
}

model::ServicePlan service(const char *name, PlanAction action, const QList<PlanReason> &reasons = {})
{
    static int number = 0;
    model::ServicePlan plan;
    plan.service = QString::fromLatin1(name);
    plan.action = action;
    plan.reasons = reasons;
    const bool there = action != PlanAction::create;
    plan.containers = {{action, there ? containerId(++number) : base::ContainerId(),
                        QStringLiteral("media-%1-1").arg(plan.service), 1}};
    return plan;
}

PlanReason reason(Kind kind, const char *subject = "")
{
    return {kind, QString::fromLatin1(subject)};
}

model::DiffLine line(model::LineChange change, const char *text)
{
    return {change, text, false};
}

QList<model::StageProgress> stagesUntil(DeploymentStage current, const QDateTime &begun)
{
    QList<model::StageProgress> stages;
    for (int i = 0; i <= int(DeploymentStage::recover); ++i) {
        const auto stage = DeploymentStage(i);
        if (stage >= DeploymentStage::restore && current < DeploymentStage::restore)
            break;
        const bool before = stage < current;
        const QDateTime from = begun.addSecs(i * 8);
        const bool failed = stage == DeploymentStage::health && before;
        stages.append({stage,
                       failed                 ? StageState::failed
                           : before           ? StageState::done
                           : stage == current ? StageState::running
                                              : StageState::waiting,
                       stage <= current ? from : QDateTime(), before ? from.addSecs(8) : QDateTime()});
    }
    return stages;
}

model::ServiceFailure sampleFailure()
{
    return {QStringLiteral("jellyfin"),
            QStringLiteral("media-jellyfin-1"),
            QStringLiteral("is unhealthy: its health check failed 3 times"),
            {QStringLiteral("[16:29:58] [INF] Jellyfin version: 10.10.7"),
             QStringLiteral("[16:29:59] [ERR] Could not open /config/data/library.db: disk I/O error"),
             QStringLiteral("[16:30:00] [FTL] Startup failed")},
            QStringLiteral("curl: (7) Failed to connect to 127.0.0.1 port 8096 after 0 ms: Connection refused")};
}

QList<model::ImageProgress> sampleImages(bool done)
{
    const auto layer = [done](const char *id, qint64 current, qint64 total) {
        return model::LayerProgress{QString::fromLatin1(id),
                                    done || current == total ? QStringLiteral("Pull complete")
                                                             : QStringLiteral("Downloading"),
                                    done ? total : current, total, done || current == total};
    };
    return {{QStringLiteral("gluetun"),
             done ? QStringLiteral("Pulled") : QStringLiteral("Pulling"),
             {layer("4f4fb700ef54", 3'600'000, 3'600'000), layer("9b9b7f3d56a0", 12'400'000, 41'200'000)},
             done,
             false},
            {QStringLiteral("jellyseerr"),
             done ? QStringLiteral("Pulled") : QStringLiteral("Pulling"),
             {layer("aa1efa14b3bf", 1'200'000, 98'000'000)},
             done,
             false}};
}

} // namespace

model::RevisionId revisionId(char digit)
{
    return model::RevisionId::parse(QString(40, QLatin1Char(digit))).value();
}

model::Plan samplePlan()
{
    model::Plan plan;
    plan.project = QStringLiteral("media");
    plan.services = {
        service("gluetun", PlanAction::recreate,
                {reason(Kind::image, "qmcgaw/gluetun:v3.39 -> qmcgaw/gluetun:v3.40"),
                 reason(Kind::environment, "SERVER_COUNTRIES"), reason(Kind::environment, "TZ"),
                 reason(Kind::environment, "VPN_TYPE"), reason(Kind::environment, "UPDATER_PERIOD"),
                 reason(Kind::environment, "FIREWALL_VPN_INPUT_PORTS")}),
        service("jellyseerr", PlanAction::create, {reason(Kind::missing)}),
        service("qbittorrent", PlanAction::nothing),
        service("jellyfin", PlanAction::recreate,
                {reason(Kind::mount, "/media"), reason(Kind::port, "8096:8096/tcp"), reason(Kind::healthCheck)}),
        service("recyclarr", PlanAction::start, {reason(Kind::stopped, "exited 137")}),
    };
    plan.services[2].followUp = model::FollowUp{model::FollowUp::Kind::recreate, QStringLiteral("gluetun")};
    for (const char *name : {"sonarr", "radarr", "lidarr", "prowlarr", "bazarr", "homepage", "traefik", "tautulli",
                             "unpackerr", "flaresolverr", "watchstate", "kavita"})
        plan.services.append(service(name, PlanAction::nothing));
    plan.services.append(service("emby", PlanAction::remove, {reason(Kind::orphan)}));
    plan.services.last().orphan = true;
    plan.images = {{QStringLiteral("fallenbagel/jellyseerr:2.5.2"),
                    model::ImageStep::How::pull,
                    model::ImageStep::Why::absent,
                    {QStringLiteral("jellyseerr")}},
                   {QStringLiteral("qmcgaw/gluetun:v3.40"),
                    model::ImageStep::How::pull,
                    model::ImageStep::Why::absent,
                    {QStringLiteral("gluetun")}}};
    return plan;
}

model::Changes sampleChanges()
{
    using model::LineChange;
    model::FileChange gluetun;
    gluetun.path = path("services/gluetun.yaml");
    gluetun.linesAdded = 2;
    gluetun.linesRemoved = 1;
    gluetun.hunks = {
        {3,
         4,
         3,
         5,
         {line(LineChange::context, "  gluetun:"), line(LineChange::removed, "    image: qmcgaw/gluetun:v3.39"),
          line(LineChange::added, "    image: qmcgaw/gluetun:v3.40"),
          line(LineChange::context, "    cap_add: [NET_ADMIN]"),
          line(LineChange::added, "    devices: [/dev/net/tun] # for the tunnel"),
          line(LineChange::context, "    environment:")}}};
    model::FileChange added;
    added.path = path("services/jellyseerr.yaml");
    added.kind = model::FileChangeKind::added;
    added.linesAdded = 3;
    added.hunks = {{0,
                    0,
                    1,
                    3,
                    {line(LineChange::added, "services:"), line(LineChange::added, "  jellyseerr:"),
                     line(LineChange::added, "    image: fallenbagel/jellyseerr:2.5.2")}}};
    model::FileChange removed;
    removed.path = path("services/emby.yaml");
    removed.kind = model::FileChangeKind::removed;
    removed.linesRemoved = 2;
    removed.hunks = {
        {1, 2, 0, 0, {line(LineChange::removed, "services:"), line(LineChange::removed, "  emby: {image: emby}")}}};
    model::FileChange picture;
    picture.path = path("templates/logo.png");
    picture.binary = true;
    picture.oldSize = 12'000;
    picture.newSize = 14'400;
    return {removed, gluetun, added, picture};
}

control::DeploymentPreview samplePreview()
{
    control::DeploymentPreview preview;
    preview.plan = samplePlan();
    preview.files = sampleChanges();
    preview.missingSecrets = {QStringLiteral("SONARR_API_KEY")};
    preview.command = QStringLiteral("docker compose --project-directory . --project-name media --env-file "
                                     "defaults/base.env --env-file local.env -f services/gluetun.yaml -f "
                                     "services/jellyfin.yaml -f services/jellyseerr.yaml up -d --remove-orphans");
    return preview;
}

control::DeploymentPreview keepingOrphans(control::DeploymentPreview preview)
{
    for (model::ServicePlan &service : preview.plan.services) {
        if (service.orphan)
            service.action = PlanAction::nothing;
    }
    return preview;
}

control::DeploymentPreview emptyPreview()
{
    control::DeploymentPreview preview;
    preview.plan.project = QStringLiteral("media");
    for (const char *name : {"sonarr", "radarr", "jellyfin"})
        preview.plan.services.append(service(name, PlanAction::nothing));
    preview.command = QStringLiteral("docker compose up -d");
    return preview;
}

model::DeploymentProgress sampleProgress(DeploymentStage stage)
{
    using State = ServiceProgress::State;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool late = stage >= DeploymentStage::health;
    model::DeploymentProgress progress;
    progress.project = QStringLiteral("media");
    progress.purpose = QStringLiteral("apply");
    progress.plan = samplePlan();
    progress.revision = revisionId('b');
    progress.startedAt = now.addSecs(-75);
    progress.stages = stagesUntil(stage, progress.startedAt);
    if (stage >= DeploymentStage::pull)
        progress.images = sampleImages(stage > DeploymentStage::pull);
    const auto add = [&progress, &now](const char *name, State state, const char *detail, int seconds) {
        progress.services.append(
            {QString::fromLatin1(name), state, QString::fromLatin1(detail), now.addSecs(-seconds)});
    };
    add("gluetun", late ? State::healthy : State::waiting, "", 21);
    add("jellyseerr", late ? State::starting : State::creating, late ? "is running, for less than 10 s" : "", 4);
    add("qbittorrent", late ? State::healthy : State::waiting, "", 12);
    add("jellyfin", late ? State::stillStarting : State::waiting,
        late ? "is starting: its health check failed 1 of 3 times" : "", 33);
    add("recyclarr", late ? State::completed : State::waiting, "", 18);
    for (const char *name : {"sonarr", "radarr", "lidarr", "prowlarr"})
        add(name, State::untouched, "", 75);
    progress.log = {
        QStringLiteral("Image qmcgaw/gluetun:v3.40 Pulling"), QStringLiteral("Image qmcgaw/gluetun:v3.40 Pulled"),
        QStringLiteral("Container media-gluetun-1 Recreate"), QStringLiteral("Container media-gluetun-1 Started")};
    return progress;
}

model::DeploymentProgress endedProgress(model::Verdict verdict)
{
    const bool failed = verdict == model::Verdict::rolledBack || verdict == model::Verdict::unhealthy;
    model::DeploymentProgress progress =
        sampleProgress(verdict == model::Verdict::rolledBack ? DeploymentStage::recover : DeploymentStage::health);
    progress.finishedAt = progress.startedAt.addSecs(92);
    for (model::StageProgress &stage : progress.stages) {
        if (stage.state != StageState::running)
            continue;
        stage.state = verdict == model::Verdict::unhealthy || verdict == model::Verdict::cancelled ? StageState::failed
                                                                                                   : StageState::done;
        stage.finishedAt = progress.finishedAt;
    }
    for (ServiceProgress &service : progress.services) {
        if (service.state != ServiceProgress::State::untouched && service.state != ServiceProgress::State::completed)
            service.state = ServiceProgress::State::healthy;
        service.detail.clear();
    }
    progress.verdict = verdict;
    progress.summary = QStringLiteral("everything is up");
    if (failed) {
        progress.failures = {sampleFailure()};
        progress.services[3].state = ServiceProgress::State::failed;
        progress.services[3].detail = progress.failures.constFirst().reason;
        progress.summary = QStringLiteral("jellyfin is unhealthy: its health check failed 3 times");
    }
    if (verdict == model::Verdict::cancelled)
        progress.summary = QStringLiteral("it was cancelled; it is left as it is, as was asked for");
    if (verdict == model::Verdict::rolledBack) {
        progress.rolledBackTo = revisionId('c');
        progress.summary += QStringLiteral("; put back to cccccccccc, and everything is up");
    }
    return progress;
}

QList<model::Deployment> sampleDeployments()
{
    const QDateTime when(QDate(2026, 11, 22), QTime(16, 30), Qt::UTC);
    const model::Author alex{QStringLiteral("Alex"), {}};
    const QString digest = QStringLiteral("sha256:") + QString(64, u'd');
    return {{when,
             alex,
             model::Verdict::healthy,
             {{QStringLiteral("gluetun"), QStringLiteral("qmcgaw/gluetun:v3.40"), digest},
              {QStringLiteral("jellyfin"), QStringLiteral("jellyfin/jellyfin:10.10.7"), digest}},
             QStringLiteral("everything is up")},
            {when.addSecs(-7200),
             alex,
             model::Verdict::rolledBack,
             {},
             QStringLiteral("jellyfin is unhealthy: its health check failed 3 times")}};
}

QList<model::Revision> sampleRevisions()
{
    struct Row {
        char id;
        model::RevisionKind kind;
        const char *message;
        QStringList services;
        QStringList tags;
        std::optional<model::Verdict> verdict;
    };
    using model::RevisionKind;
    using model::Verdict;
    const std::array rows{
        Row{'b',
            RevisionKind::applied,
            "Gluetun 3.40, and Jellyseerr for requests",
            {QStringLiteral("gluetun"), QStringLiteral("jellyseerr")},
            {QStringLiteral("last-good")},
            Verdict::healthy},
        Row{'c',
            RevisionKind::rollback,
            "Put back to dddddddddd: jellyfin is unhealthy",
            {QStringLiteral("jellyfin")},
            {},
            Verdict::healthy},
        Row{'e',
            RevisionKind::applied,
            "Hardware transcoding for Jellyfin",
            {QStringLiteral("jellyfin")},
            {},
            Verdict::rolledBack},
        Row{'f',
            RevisionKind::savePoint,
            "Before the move to the new disk",
            {},
            {QStringLiteral("before-the-move")},
            {}},
        Row{'1',
            RevisionKind::external,
            "Changes found before applying",
            {QStringLiteral("sonarr"), QStringLiteral("radarr"), QStringLiteral("lidarr"), QStringLiteral("prowlarr")},
            {},
            Verdict::cancelled},
        Row{'2', RevisionKind::foreign, "by hand", {}, {}, {}},
        Row{'d', RevisionKind::applied, "The first one", {QStringLiteral("jellyfin")}, {}, Verdict::unhealthy},
    };
    QDateTime when(QDate(2026, 11, 22), QTime(16, 30), Qt::UTC);
    QList<model::Revision> revisions;
    for (const Row &row : rows) {
        model::Revision revision;
        revision.id = revisionId(row.id);
        revision.author = {QStringLiteral("Alex"), {}};
        revision.when = when;
        revision.message = QString::fromLatin1(row.message);
        revision.kind = row.kind;
        revision.services = row.services;
        revision.tags = row.tags;
        if (row.verdict)
            revision.deployment = model::Deployment{when, revision.author, *row.verdict, {}, {}};
        revisions.append(revision);
        when = when.addSecs(-86'400);
    }
    for (qsizetype i = 0; i + 1 < revisions.size(); ++i)
        revisions[i].parent = revisions.at(i + 1).id;
    return revisions;
}

} // namespace mediahelm::fakes
