// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/adopt_text.h"

#include "app/cli/inert_text.h"
#include "core/revision/compose/compose_command.h"
#include "core/revision/compose/posix_quote.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace mediahelm::app {

namespace ws = workspace;
using namespace Qt::StringLiterals;

namespace {

QJsonArray filesJson(const QList<AdoptableFile> &files)
{
    QJsonArray array;
    for (const AdoptableFile &file : files)
        array.append(QJsonObject{{u"path"_s, file.path}, {u"state"_s, fileStateName(file.state)}});
    return array;
}

QJsonObject projectJson(const AdoptableProject &adoptable)
{
    const ws::RunningProject &project = adoptable.project;
    return {{u"project"_s, project.name},
            {u"host"_s, adoptable.host.text()},
            {u"folder"_s, project.folder},
            {u"files"_s, filesJson(adoptable.files)},
            {u"env_files"_s, filesJson(adoptable.environmentFiles)},
            {u"services"_s, QJsonArray::fromStringList(project.services)},
            {u"containers"_s, project.containers},
            {u"running"_s, project.running},
            {u"folder_opens_it"_s, adoptable.folderOpensIt},
            {u"manifest"_s, QString::fromUtf8(adoptable.manifest)},
            {u"command"_s, adoptable.command},
            {u"warnings"_s, QJsonArray::fromStringList(adoptable.warnings)}};
}

QString filesText(const QString &title, const QList<AdoptableFile> &files)
{
    QString text;
    for (const AdoptableFile &file : files) {
        const bool plain = file.state == FileState::there || file.state == FileState::elsewhere;
        text += (text.isEmpty() ? title : QString()).leftJustified(10) + u' ' + inertWords(file.path)
            + (plain ? QString() : u" ("_s + fileStateName(file.state) + u')') + u'\n';
    }
    return text;
}

QString row(const QString &name, const QString &words)
{
    return name.leftJustified(10) + u' ' + inertWords(words) + u'\n';
}

} // namespace

QString adoptListText(const QList<AdoptableProject> &projects, const QList<HandMade> &containers)
{
    QString text;
    for (const AdoptableProject &one : projects) {
        const ws::RunningProject &project = one.project;
        const auto gone = std::ranges::count_if(one.files, [](const AdoptableFile &file) {
            return file.state == FileState::missing || file.state == FileState::unreadable;
        });
        text += u"%1  on %2, %3 of %4 running  %5%6\n"_s.arg(inertWords(project.name), one.host.text())
                    .arg(project.running)
                    .arg(project.containers)
                    .arg(project.folder.isEmpty() ? u"(no folder is known)"_s : inertWords(project.folder),
                         gone > 0 ? u" (%1 of its files cannot be read)"_s.arg(gone) : QString());
    }
    if (projects.isEmpty())
        text += u"no Compose project runs\n"_s;
    if (!containers.isEmpty())
        text += u"\nstarted by hand (adopt --container NAME makes a service file of one):\n"_s;
    for (const HandMade &one : containers)
        text += u"%1  on %2  %3  %4\n"_s.arg(inertWords(one.container.name.text()), one.host.text(),
                                             inertWords(one.container.image),
                                             model::containerStateName(one.container.state));
    return text;
}

QByteArray adoptListJson(const QList<AdoptableProject> &projects, const QList<HandMade> &containers)
{
    QJsonArray all;
    for (const AdoptableProject &project : projects)
        all.append(projectJson(project));
    QJsonArray byHand;
    for (const HandMade &one : containers)
        byHand.append(QJsonObject{{u"name"_s, one.container.name.text()},
                                  {u"host"_s, one.host.text()},
                                  {u"image"_s, one.container.image},
                                  {u"state"_s, model::containerStateName(one.container.state)}});
    return inertJson(QJsonDocument(QJsonObject{{u"projects"_s, all}, {u"containers"_s, byHand}}));
}

QString adoptText(const AdoptableProject &adoptable)
{
    const ws::RunningProject &project = adoptable.project;
    QString text = row(u"project"_s, project.name) + row(u"host"_s, adoptable.host.text())
        + row(u"folder"_s, project.folder) + filesText(u"files"_s, adoptable.files)
        + filesText(u"env files"_s, adoptable.environmentFiles) + row(u"services"_s, project.services.join(u' '));
    for (const QString &warning : adoptable.warnings)
        text += u"warning: "_s + inertWords(warning) + u'\n';
    if (adoptable.folderOpensIt)
        text += u"It is opened in place, with its folder; nothing in it is changed by that.\n"_s;
    if (!adoptable.manifest.isEmpty()) {
        text += u"It opens once its folder has this mediahelm.yaml (adopt %1 --manifest writes it):\n"_s.arg(
            inertWords(project.name));
        const QStringList lines = QString::fromUtf8(adoptable.manifest).trimmed().split(u'\n');
        for (const QString &line : lines)
            text += u"  "_s + inertWords(line) + u'\n';
    }
    if (!adoptable.command.isEmpty())
        text +=
            u"  cd %1 && %2\n"_s.arg(inertWords(revision::posixQuoted(project.folder)), inertWords(adoptable.command));
    return text;
}

QByteArray adoptJson(const AdoptableProject &adoptable)
{
    return inertJson(QJsonDocument(projectJson(adoptable)));
}

} // namespace mediahelm::app
