// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/restore/deployment_note.h"

#include "core/base/durable_file.h"
#include "core/base/durable_folder.h"
#include "core/revision/restore/durable_steps.h"
#include "core/revision/store/store_names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr qint64 largest = 4 * 1024 * 1024;
constexpr int format = 1;

QString pathOf(const QString &folder)
{
    return folder + u'/' + QLatin1String(deploymentNoteFile);
}

Error damaged(const QString &folder, const QString &what)
{
    return Error{ErrorKind::invalid,
                 u"%1 is damaged: %2; remove it to go on without finishing that deployment"_s.arg(pathOf(folder), what),
                 {}};
}

std::optional<model::RevisionId> revisionOf(const QJsonValue &value)
{
    const auto id = model::RevisionId::parse(value.toString());
    return id ? std::optional(*id) : std::nullopt;
}

} // namespace

base::Status writeDeploymentNote(const QString &folder, const DeploymentNote &note)
{
    QJsonArray images;
    for (const model::RanImage &image : note.images)
        images.append(
            QJsonObject{{u"service"_s, image.service}, {u"reference"_s, image.reference}, {u"digest"_s, image.digest}});
    const auto handedOf = [](const HandedOver &handed) {
        QJsonArray paths;
        for (const model::FilePath &path : handed.files)
            paths.append(path.text());
        return paths;
    };
    const bool back = note.phase == DeploymentNote::Phase::rollingBack;
    const QJsonObject object{
        {u"format"_s, format},
        {u"phase"_s, back ? u"rolling-back"_s : u"deploying"_s},
        {u"revision"_s, note.revision.text()},
        {u"back"_s, note.back ? QJsonValue(note.back->text()) : QJsonValue()},
        {u"images"_s, images},
        {u"services"_s, QJsonArray::fromStringList(note.services)},
        {u"reason"_s, note.reason},
        {u"goesBack"_s, note.goesBack},
        {u"removesOrphans"_s, note.removesOrphans},
        {u"before"_s, note.before ? QJsonValue(QJsonArray::fromStringList(*note.before)) : QJsonValue()},
        {u"handed"_s, handedOf(note.handed)},
        {u"notKept"_s, QJsonArray::fromStringList(note.handed.notKept)}};
    return base::writeDurably(pathOf(folder), QJsonDocument(object).toJson(), 0600);
}

Result<std::optional<DeploymentNote>> readDeploymentNote(const QString &folder)
{
    const Result<QByteArray> content = base::readBounded(pathOf(folder), largest);
    if (!content) {
        if (content.error().kind == ErrorKind::notFound)
            return std::optional<DeploymentNote>();
        return content.error();
    }
    const QJsonObject object = QJsonDocument::fromJson(*content).object();
    if (object.value("format"_L1).toInt() > format)
        return Error{ErrorKind::unsupported, u"%1 was written by a newer version"_s.arg(pathOf(folder)), {}};
    const auto revision = revisionOf(object.value("revision"_L1));
    const QString phase = object.value("phase"_L1).toString();
    if (!revision || (phase != "deploying"_L1 && phase != "rolling-back"_L1))
        return damaged(folder, u"it names no revision and phase"_s);
    DeploymentNote note;
    note.phase = phase == "deploying"_L1 ? DeploymentNote::Phase::deploying : DeploymentNote::Phase::rollingBack;
    note.revision = *revision;
    note.back = revisionOf(object.value("back"_L1));
    note.reason = object.value("reason"_L1).toString();
    const QJsonArray images = object.value("images"_L1).toArray();
    for (const QJsonValue &image : images)
        note.images.append(
            {image["service"_L1].toString(), image["reference"_L1].toString(), image["digest"_L1].toString()});
    const QJsonArray services = object.value("services"_L1).toArray();
    for (const QJsonValue &service : services)
        note.services.append(service.toString());
    if (const QJsonValue before = object.value("before"_L1); before.isArray()) {
        note.before.emplace();
        const QJsonArray names = before.toArray();
        for (const QJsonValue &name : names)
            note.before->append(name.toString());
    }
    note.goesBack = object.value("goesBack"_L1).toBool(true);
    note.removesOrphans = object.value("removesOrphans"_L1).toBool(true);
    const QJsonArray handed = object.value("handed"_L1).toArray();
    for (const QJsonValue &text : handed) {
        if (const auto path = model::FilePath::parse(text.toString()))
            note.handed.files.insert(*path);
    }
    const QJsonArray notKept = object.value("notKept"_L1).toArray();
    for (const QJsonValue &path : notKept)
        note.handed.notKept.append(path.toString());
    return std::optional(note);
}

base::Status moveDeploymentNote(const QString &folder, const QString &into)
{
    const base::Status moved = base::renameDurably(pathOf(folder), pathOf(into));
    return moved || moved.error().kind == ErrorKind::notFound ? base::Status() : moved;
}

base::Status removeDeploymentNote(const QString &folder)
{
    return removeDurably(pathOf(folder));
}

} // namespace mediahelm::revision
