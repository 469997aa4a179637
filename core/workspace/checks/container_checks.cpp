// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/checks.h"

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Severity;

namespace {

QString placeText(const ModelSource &source)
{
    return u"%1:%2"_s.arg(source.file->path).arg(source.file->document.place(source.node).line);
}

void checkNames(const ComposeModel &model, CheckReport &report)
{
    QHash<QString, const ModelService *> owners;
    for (const ModelService &service : model.services) {
        const ModelText *name = service.setting(u"container_name"_s);
        if (!name || name->text.isEmpty())
            continue;
        if (service.count() > 1)
            report.add(
                Severity::error, u"container-name-replicas"_s, name->source,
                u"%1 containers cannot have one name; take container_name out, or run one"_s.arg(service.count()),
                report.fixes().remove(name->source, u"Take the name out"_s));
        const ModelService *&owner = owners[name->text];
        if (owner)
            report.add(Severity::error, u"container-name-conflict"_s, name->source,
                       u"the container of %1 has the same name (%2); give one of them another, or let Compose name "
                       "them"_s.arg(shownName(owner->name), placeText(owner->setting(u"container_name"_s)->source)),
                       report.fixes().remove(name->source, u"Let Compose name it"_s));
        else
            owner = &service;
    }
}

// What stands twice within the lists of one file; over several files the later one is meant to win.
void checkDuplicates(const FileModel &file, CheckReport &report)
{
    for (const ModelService &service : file.services) {
        QHash<QString, const ModelMount *> targets;
        for (const ModelMount &mount : service.mounts) {
            if (!mount.known || mount.target.isEmpty())
                continue;
            const QString target =
                mount.target.size() > 1 && mount.target.endsWith(u'/') ? mount.target.chopped(1) : mount.target;
            const ModelMount *&earlier = targets[target];
            if (earlier)
                report.add(Severity::warning, u"mount-duplicate"_s, mount.source,
                           u"something is mounted at %1 already (line %2), and only the last one counts; take one of "
                           "them out, or give it another place"_s.arg(shownName(target))
                               .arg(file.document.place(earlier->source.node).line));
            earlier = &mount;
        }
        QHash<QString, const ModelVariable *> names;
        for (const ModelVariable &variable : service.environment) {
            const ModelVariable *&earlier = names[variable.name];
            if (earlier && report.isNew(u"environment-duplicate"_s, earlier->source))
                report.add(
                    Severity::warning, u"environment-duplicate"_s, earlier->source,
                    u"%1 is set again in line %2, which counts; take this one out"_s.arg(shownName(variable.name))
                        .arg(file.document.place(variable.source.node).line),
                    report.fixes().remove(earlier->source, u"Take this one out"_s));
            earlier = &variable;
        }
    }
}

} // namespace

void checkContainers(const ComposeModel &model, CheckReport &report)
{
    checkNames(model, report);
    for (const auto &file : model.files)
        checkDuplicates(*file, report);
    if (!model.complete)
        return;
    for (const ModelService &service : model.services) {
        if (service.complete && !service.image && !service.builds)
            report.add(
                Severity::error, u"service-empty"_s, service.key,
                u"%1 has neither an image nor a build in these files; give it an image"_s.arg(shownName(service.name)));
    }
}

} // namespace mediahelm::workspace
