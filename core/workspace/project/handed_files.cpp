// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/handed_files.h"

#include <QDir>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

void addPath(const ModelText &path, QStringList &paths)
{
    if (path.known && !path.text.isEmpty() && !path.text.startsWith(u'~'))
        paths.append(QDir::cleanPath(path.text));
}

void addService(const ModelService &service, HandedFiles &handed)
{
    const QList<ModelText> read =
        service.lists.value(u"env_file"_s) + service.lists.value(u"label_file"_s) + service.readFiles;
    for (const ModelText &path : read)
        addPath(path, handed.read);
    for (const ModelMount &mount : service.mounts) {
        if (mount.kind != ModelMount::Kind::bind)
            continue;
        ModelText path;
        path.text = mount.from;
        path.known = mount.known;
        addPath(path, mount.readOnly ? handed.mounted : handed.writable);
    }
}

} // namespace

HandedFiles handedFiles(const ComposeModel &model)
{
    HandedFiles handed;
    for (const ModelService &service : model.services)
        addService(service, handed);
    const auto addSection = [&](const QString &name, QStringList &paths) {
        const QMap<QString, ModelDeclaration> declarations = model.sections.value(name);
        for (const ModelDeclaration &declaration : declarations) {
            if (declaration.path)
                addPath(*declaration.path, paths);
        }
    };
    addSection(u"configs"_s, handed.read);
    addSection(u"secrets"_s, handed.secret);
    for (QStringList *paths : {&handed.read, &handed.mounted, &handed.secret, &handed.writable})
        paths->removeDuplicates();
    return handed;
}

} // namespace mediahelm::workspace
