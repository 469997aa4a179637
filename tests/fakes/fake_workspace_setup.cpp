// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_workspace_setup.h"

namespace mediahelm::fakes {

using base::Error;
using base::ErrorKind;
using base::finishedWith;
using base::Result;
using control::CatalogService;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

CatalogService service(const char *id, const char *name, const char *description, const char *image, int port,
                       double cpus, qint64 memory)
{
    CatalogService one;
    one.id = QString::fromLatin1(id);
    one.name = QString::fromLatin1(name);
    one.description = QString::fromLatin1(description);
    one.docs = QStringLiteral("https://example.org/%1").arg(one.id);
    one.image = QString::fromLatin1(image);
    one.ports = {port};
    one.needs = {cpus, memory * megabyte, 2048 * megabyte};
    return one;
}

// One line at the end of local.env.
model::FileChange addedLine()
{
    model::FileChange change;
    change.path = *model::FilePath::parse(QStringLiteral("local.env"));
    change.linesAdded = 1;
    change.hunks = {
        {1,
         1,
         1,
         2,
         {{model::LineChange::context, "PUID=1000", false}, {model::LineChange::added, "TZ=Europe/Berlin", false}}}};
    return change;
}

} // namespace

FakeWorkspaceSetup::FakeWorkspaceSetup()
{
    ground.folder = QStringLiteral("/srv/media/config");
    ground.project = QStringLiteral("media");
    ground.host = {4, 8192 * megabyte, 512 * 1024 * megabyte};
}

QFuture<Result<QList<control::CatalogGroup>>> FakeWorkspaceSetup::catalog()
{
    CatalogService overseerr = service("overseerr", "Overseerr", "Lets the household ask for films and series.",
                                       "sctx/overseerr:latest", 5055, 0.5, 512);
    overseerr.whyRetired = QStringLiteral("It went into Seerr.");
    overseerr.replacements = {QStringLiteral("seerr")};
    CatalogService qbittorrent = service("qbittorrent", "qBittorrent", "Torrent client with a web page.",
                                         "lscr.io/linuxserver/qbittorrent:5.0.2", 8080, 1, 1024);
    qbittorrent.vpn = QStringLiteral("gluetun");
    CatalogService gluetun = service("gluetun", "Gluetun", "VPN client for other containers, with a kill switch.",
                                     "qmcgaw/gluetun:v3", 8000, 0.5, 256);
    gluetun.questions = {QStringLiteral("VPN_SERVICE_PROVIDER")};
    gluetun.secrets = {QStringLiteral("WIREGUARD_PRIVATE_KEY")};
    CatalogService sonarr = service("sonarr", "Sonarr", "Finds, files and renames series.",
                                    "lscr.io/linuxserver/sonarr:4.0.10", 8989, 1, 1024);
    sonarr.needsOneOf = {QStringLiteral("qbittorrent"), QStringLiteral("sabnzbd")};
    const CatalogService jellyfin = service(
        "jellyfin", "Jellyfin", "Free media server that streams your own films, series and music to every screen.",
        "jellyfin/jellyfin:10.10.7", 8096, 2, 2048);
    QList<control::CatalogGroup> groups{
        {QStringLiteral("media"), QStringLiteral("Media servers"), QStringLiteral("Play films on every screen."), {}},
        {QStringLiteral("requests"), QStringLiteral("Requests"), QStringLiteral("Ask for what you want to watch."), {}},
        {QStringLiteral("downloads"), QStringLiteral("Downloads"), QStringLiteral("Torrent and Usenet clients."), {}}};
    groups[0].services = {jellyfin,
                          service("plex", "Plex", "Media server with apps for every television.",
                                  "plexinc/pms-docker:latest", 32400, 2, 2048)};
    groups[1].services = {overseerr};
    groups[2].services = {qbittorrent, gluetun, sonarr};
    return finishedWith<QList<control::CatalogGroup>>(groups);
}

QFuture<Result<control::SetupGround>> FakeWorkspaceSetup::lookAt(const QString &folder, const QString &project)
{
    if (noGround)
        return finishedWith<control::SetupGround>(*noGround);
    control::SetupGround found = ground;
    found.folder = folder;
    if (!project.isEmpty())
        found.project = project;
    return finishedWith<control::SetupGround>(found);
}

QFuture<Result<control::SetupPlan>> FakeWorkspaceSetup::plan(const control::SetupWish &wish)
{
    wishes.append(wish);
    if (const auto error = std::exchange(m_fails, std::nullopt))
        return finishedWith<control::SetupPlan>(*error);
    control::SetupPlan plan;
    plan.number = ++m_plan.number;
    plan.folder = wish.folder;
    plan.project = wish.project.isEmpty() ? ground.project : wish.project;
    plan.extends = ground.state == control::SetupGround::State::workspace;
    plan.services = wish.services;
    for (const QString &id : wish.services) {
        plan.files.append({QStringLiteral("services/%1.yaml").arg(id),
                           QStringLiteral("services:\n  %1:\n    image: example/%1:1\n").arg(id).toUtf8(),
                           std::nullopt});
    }
    plan.files.append({QStringLiteral("local.env"), "PUID=1000\nTZ=Europe/Berlin\n",
                       plan.extends ? std::optional(addedLine()) : std::nullopt});
    plan.ports = {
        {QStringLiteral("JELLYFIN_PORT"), QStringLiteral("jellyfin"), 8097, 8096, QStringLiteral("container tv")}};
    plan.warnings = {QStringLiteral("port 8096 is taken by container tv, so jellyfin gets 8097")};
    for (const QString &name : std::as_const(asked)) {
        if (!wish.values.contains(name))
            plan.questions.append({name,
                                   QStringLiteral("gluetun"),
                                   QStringLiteral("The company that runs the VPN."),
                                   QStringLiteral("mullvad"),
                                   {}});
    }
    if (!asked.isEmpty())
        plan.secrets = {{QStringLiteral("WIREGUARD_PRIVATE_KEY"), QStringLiteral("gluetun"),
                         QStringLiteral("Private key of your device."), QStringLiteral("https://example.org/account"),
                         true, false}};
    plan.secrets.append({QStringLiteral("SONARR_API_KEY"),
                         QStringLiteral("sonarr"),
                         QStringLiteral("Key of the API."),
                         {},
                         true,
                         true});
    plan.folders = {QStringLiteral("/srv/media/appdata/jellyfin/config")};
    plan.command = QStringLiteral("docker compose --project-directory . --project-name %1 up -d").arg(plan.project);
    m_plan = plan;
    return finishedWith<control::SetupPlan>(plan);
}

control::SetupOutcome FakeWorkspaceSetup::outcome() const
{
    control::SetupOutcome outcome;
    outcome.folder = m_plan.folder;
    outcome.project = m_plan.project;
    for (const control::SetupFileText &file : m_plan.files)
        outcome.files.append(file.path);
    return outcome;
}

QFuture<Result<control::SetupOutcome>> FakeWorkspaceSetup::make(int number, const QMap<QString, QByteArray> &secrets)
{
    using Outcome = control::SetupOutcome;
    given.clear();
    for (auto secret = secrets.cbegin(); secret != secrets.cend(); ++secret)
        given.insert(secret.key(), QString::fromUtf8(*secret));
    if (const auto error = std::exchange(m_fails, std::nullopt))
        return finishedWith<Outcome>(*error);
    if (number != m_plan.number)
        return finishedWith<Outcome>(Error{ErrorKind::conflict, QStringLiteral("old"), {}});
    ++made;
    if (!holds)
        return finishedWith<Outcome>(outcome());
    m_held = base::Pending<Outcome>();
    return m_held.future();
}

void FakeWorkspaceSetup::cancel()
{
    m_held.finish(Error{ErrorKind::cancelled, QStringLiteral("cancelled"), {}});
}

void FakeWorkspaceSetup::finishHeld()
{
    m_held.finish(outcome());
}

} // namespace mediahelm::fakes
