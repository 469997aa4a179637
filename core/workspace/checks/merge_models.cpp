// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/compose_model.h"
#include "core/workspace/checks/lay_services.h"
#include "core/workspace/checks/mount_parts.h"

#include <QDir>

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

bool isPath(const QString &source)
{
    return source.startsWith(u'/') || source.startsWith(u'.') || source.startsWith(u'~') || source.startsWith(u'\\')
        || (source.size() > 2 && source[1] == u':');
}

class Merger
{
public:
    explicit Merger(const QList<std::shared_ptr<const FileModel>> &files) { m_model.files = files; }

    ComposeModel merge()
    {
        for (const auto &file : std::as_const(m_model.files)) {
            m_model.complete = m_model.complete && !file->includes;
            for (const QString &section : file->cleared)
                m_model.sections.remove(section);
            if (file->cleared.contains(u"services"_s)) {
                m_model.services.clear();
                m_model.index.clear();
            }
            for (const ModelService &service : file->services)
                add(service.extends ? extended(*file, service, 0) : service);
            for (auto section = file->sections.begin(); section != file->sections.end(); ++section) {
                for (auto it = section->begin(); it != section->end(); ++it)
                    declare(section.key(), it.key(), *it);
            }
        }
        m_model.services.removeIf([](const ModelService &service) { return service.tag == ModelTag::reset; });
        for (qsizetype i = 0; i < m_model.services.size(); ++i)
            m_model.index.insert(m_model.services.at(i).name, i);
        return std::move(m_model);
    }

private:
    void declare(const QString &section, const QString &name, const ModelDeclaration &declaration)
    {
        QMap<QString, ModelDeclaration> &known = m_model.sections[section];
        const auto below = known.find(name);
        if (declaration.tag == ModelTag::reset)
            known.remove(name);
        else if (below == known.end() || declaration.tag == ModelTag::replaced)
            known.insert(name, declaration);
        else
            layDeclaration(*below, declaration);
    }

    void add(const ModelService &service)
    {
        const auto index = m_model.index.constFind(service.name);
        const bool known = index != m_model.index.constEnd();
        if (service.tag == ModelTag::reset) {
            if (known)
                m_model.services[*index].tag = ModelTag::reset; // goes in the end
            m_model.index.remove(service.name);
        } else if (!known) {
            m_model.index.insert(service.name, m_model.services.size());
            m_model.services.append(service);
        } else if (service.tag == ModelTag::replaced) {
            m_model.services[*index] = service;
        } else {
            layService(m_model.services[*index], service);
        }
    }

    static const ModelService *serviceIn(const FileModel &file, const QString &name)
    {
        const auto found = std::find_if(file.services.begin(), file.services.end(),
                                        [&](const ModelService &one) { return one.name == name; });
        return found == file.services.end() ? nullptr : &*found;
    }

    // The service over what it extends; Compose does so file by file.
    ModelService extended(const FileModel &file, const ModelService &service, int depth) const
    {
        const FileModel *from = &file;
        if (!service.extends->file.isEmpty()) {
            const QString folder = QFileInfo(file.path).path();
            const QStringList paths{QDir::cleanPath(service.extends->file),
                                    QDir::cleanPath(folder + u'/' + service.extends->file)};
            const auto found = std::find_if(m_model.files.begin(), m_model.files.end(),
                                            [&](const auto &one) { return paths.contains(one->path); });
            from = found == m_model.files.end() ? nullptr : found->get();
        }
        const ModelService *base = from ? serviceIn(*from, service.extends->service.text) : nullptr;
        if (!base || base == &service || depth > 16) {
            ModelService alone = service;
            alone.complete = false;
            return alone;
        }
        ModelService whole = base->extends ? extended(*from, *base, depth + 1) : *base;
        layService(whole, service);
        whole.name = service.name;
        whole.key = service.key;
        whole.extends = service.extends;
        return whole;
    }

    ComposeModel m_model;
};

} // namespace

ModelMount parseMount(const QString &text)
{
    ModelMount mount;
    // The colon of "C:\" is none that separates.
    const bool drive =
        text.size() > 2 && text[0].isLetter() && text[1] == u':' && (text[2] == u'\\' || text[2] == u'/');
    const qsizetype colon = text.indexOf(u':', drive ? 2 : 0);
    if (colon < 0) {
        mount.kind = ModelMount::Kind::anonymous;
        mount.target = QDir::cleanPath(text);
        return mount;
    }
    mount.from = text.left(colon);
    const QStringList rest = text.mid(colon + 1).split(u':');
    mount.target = QDir::cleanPath(rest.first());
    mount.readOnly = rest.size() > 1 && rest[1].split(u',').contains(u"ro"_s);
    mount.kind = isPath(mount.from) ? ModelMount::Kind::bind : ModelMount::Kind::volume;
    return mount;
}

const ModelText *ModelService::setting(const QString &wanted) const
{
    const auto it = settings.constFind(wanted);
    return it == settings.constEnd() || !it->known ? nullptr : &*it;
}

int ModelService::count() const
{
    for (const QString &wanted : {u"scale"_s, u"replicas"_s}) {
        if (const ModelText *text = setting(wanted))
            return text->text.toInt();
    }
    return 1;
}

QString ModelService::serviceOf(const QString &modeKey) const
{
    const ModelText *mode = setting(modeKey);
    return mode && mode->text.startsWith("service:"_L1) ? mode->text.mid(8) : QString();
}

const ModelService *ComposeModel::find(const QString &service) const
{
    const auto it = index.constFind(service);
    return it == index.constEnd() ? nullptr : &services[*it];
}

QStringList ComposeModel::serviceNames() const
{
    QStringList names;
    for (const ModelService &service : services)
        names.append(service.name);
    return names;
}

ComposeModel mergeModels(const QList<std::shared_ptr<const FileModel>> &files)
{
    return Merger(files).merge();
}

} // namespace mediahelm::workspace
