// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/control/adoption.h"

#include <optional>

namespace mediahelm::fakes {

// What a test says that runs. Owned by the test; main thread.
class FakeAdoption final : public control::Adoption
{
public:
    // Three projects, of which one opens with a manifest and one cannot be opened, and a container that was started by
    // hand.
    void fill()
    {
        running.known = true;
        control::RunningProject media;
        media.name = QStringLiteral("media");
        media.folder = QStringLiteral("/srv/media/config");
        media.services = {QStringLiteral("jellyfin"), QStringLiteral("sonarr"), QStringLiteral("gluetun")};
        media.containers = 3;
        media.running = 2;
        media.opens = true;
        control::RunningProject old;
        old.name = QStringLiteral("old");
        old.folder = QStringLiteral("/home/alex/old");
        old.services = {QStringLiteral("web")};
        old.containers = old.running = 1;
        old.remarks = {QStringLiteral("/home/alex/old/compose.yaml is missing")};
        control::RunningProject films;
        films.name = QStringLiteral("films");
        films.folder = QStringLiteral("/home/alex/films");
        films.services = {QStringLiteral("plex")};
        films.containers = films.running = 1;
        films.remarks = {QStringLiteral("opening the folder takes other files: compose.yaml")};
        films.manifest = "version: 1\nname: films\nservice_files:\n  - 'docker-compose.prod.yml'\n";
        running.projects = {media, films, old};
        control::LooseContainer loose;
        loose.name = QStringLiteral("pihole");
        loose.image = QStringLiteral("pihole/pihole:2024.07");
        loose.key.host = *base::HostId::parse(QStringLiteral("local"));
        loose.key.id = *base::ContainerId::parse(QStringLiteral("abcdefabcdef"));
        running.containers = {loose};
        file.service = QStringLiteral("pihole");
        file.yaml = "services:\n  pihole:\n    image: pihole/pihole:2024.07\n    environment:\n      WEBPASSWORD: "
                    "${PIHOLE_WEBPASSWORD:?}\n";
        file.secrets = {QStringLiteral("PIHOLE_WEBPASSWORD")};
        file.warnings = {QStringLiteral("its link to web cannot be said in a Compose file")};
    }

    QFuture<base::Result<control::RunningHere>> look() override
    {
        ++looks;
        return base::finishedWith<control::RunningHere>(running);
    }
    QFuture<base::Status> writeManifest(const control::RunningProject &project) override
    {
        if (manifestFails)
            return base::finishedWith<void>(*manifestFails);
        manifests.append(project.folder);
        return base::finishedWith<void>(base::Status());
    }
    QFuture<base::Result<control::ImportedFile>> import(const model::ContainerKey &key) override
    {
        Q_UNUSED(key)
        if (importFails)
            return base::finishedWith<control::ImportedFile>(*importFails);
        return base::finishedWith<control::ImportedFile>(file);
    }
    QFuture<base::Status> keepSecrets(const QString &project) override
    {
        if (keepingFails)
            return base::finishedWith<void>(*keepingFails);
        keptFor.append(project);
        return base::finishedWith<void>(base::Status());
    }
    QFuture<base::Result<control::SetupOutcome>> makeWorkspace(const QString &folder, const QString &project) override
    {
        if (makingFails)
            return base::finishedWith<control::SetupOutcome>(*makingFails);
        control::SetupOutcome outcome;
        outcome.folder = folder;
        outcome.project = project;
        outcome.secretsGiven = file.secrets;
        made.append(folder + u' ' + project);
        return base::finishedWith<control::SetupOutcome>(outcome);
    }

    control::RunningHere running;
    control::ImportedFile file;
    std::optional<base::Error> importFails;
    std::optional<base::Error> manifestFails;
    QStringList manifests; // folders
    std::optional<base::Error> keepingFails;
    std::optional<base::Error> makingFails;
    QStringList keptFor; // projects
    QStringList made; // workspaces: "FOLDER PROJECT"
    int looks = 0;
};

} // namespace mediahelm::fakes
