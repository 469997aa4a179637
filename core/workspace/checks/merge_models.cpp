// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/compose_model.h"
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

// What is of one key and comes later takes the place of the earlier one; the rest is added.
template<typename T, typename Key>
void lay(QList<T> &below, const QList<T> &over, Key key)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < below.size(); ++i)
        places.insert(key(below[i]), i);
    for (const T &one : over) {
        const auto same = places.constFind(key(one));
        if (same == places.constEnd()) {
            places.insert(key(one), below.size());
            below.append(one);
        } else {
            below[*same] = one;
        }
    }
}

QString portKey(const ModelPort &port)
{
    return u"%1:%2:%3-%4/%5"_s.arg(port.hostIp, port.publishedText())
        .arg(port.targetFirst)
        .arg(port.targetLast)
        .arg(port.protocol);
}

QString mountKey(const ModelMount &mount)
{
    return mount.target;
}

QString textKey(const ModelText &one)
{
    return one.text;
}

// Where it is in the container.
QString deviceKey(const ModelText &one)
{
    const QStringList parts = one.text.split(u':');
    return parts.value(parts.size() > 1 ? 1 : 0);
}

void layPorts(QList<ModelPort> &below, const QList<ModelPort> &over)
{
    for (const ModelPort &port : over) {
        if (port.last > port.first)
            below.removeIf([&port](const ModelPort &one) { return port.covers(one); });
    }
    QList<ModelPort> fresh = over;
    for (const ModelPort &port : std::as_const(below)) {
        if (port.last > port.first)
            fresh.removeIf([&port](const ModelPort &one) { return port.covers(one); });
    }
    lay(below, fresh, portKey);
}

void clear(ModelService &service, const QString &key)
{
    if (key == u"image")
        service.image.reset();
    else if (key == u"ports")
        service.ports.clear();
    else if (key == u"volumes")
        service.mounts.clear();
    else if (key == u"environment")
        service.environment.clear();
    else if (key == u"healthcheck")
        service.healthCheck.reset();
    else if (key == u"build")
        service.builds = false;
    service.settings.remove(key == u"deploy" ? u"replicas"_s : key);
    service.references.remove(key);
    service.lists.remove(key);
}

// "environment/NAME", "depends_on/NAME", "healthcheck/disable"
void clearPart(ModelService &service, const QString &key, const QString &part)
{
    if (key == u"environment")
        service.environment.removeIf([&](const ModelVariable &one) { return one.name == part; });
    else if (key == u"healthcheck" && service.healthCheck && part == u"disable")
        service.healthCheck->disable.reset();
    else if (key == u"healthcheck" && service.healthCheck && part == u"test")
        service.healthCheck->noTest.reset();
    else if (key == u"deploy")
        service.settings.remove(part);
    else if (service.references.contains(key))
        service.references[key].removeIf([&](const ModelReference &one) { return one.name.text == part; });
}

void layHealthCheck(std::optional<ModelHealthCheck> &below, const ModelHealthCheck &over)
{
    const bool wasDisabled = below && below->disabled();
    const ModelHealthCheck under = below.value_or(ModelHealthCheck());
    below = over;
    if (!over.disable)
        below->disable = under.disable;
    if (!over.noTest)
        below->noTest = under.noTest;
    if (wasDisabled && !over.disabled() && below->disabled())
        below->source = under.source;
}

// A short form says all that there is to say; a long one what it has.
void layNeeds(QList<ModelReference> &below, const QList<ModelReference> &over)
{
    QList<ModelReference> whole = over;
    for (ModelReference &one : whole) {
        const auto under = std::ranges::find(below, one.name.text, [](const auto &each) { return each.name.text; });
        if (under == below.end())
            continue;
        if (!one.required)
            one.required = under->required;
        if (one.condition.isEmpty() && !one.isItem)
            one.condition = under->condition;
    }
    lay(below, whole, [](const ModelReference &one) { return one.name.text; });
}

void layDeclaration(ModelDeclaration &below, const ModelDeclaration &over)
{
    if (over.external)
        below.external = over.external;
    if (over.path)
        below.path = over.path;
}

void layService(ModelService &below, const ModelService &over)
{
    for (const QString &key : over.cleared) {
        if (const qsizetype slash = key.indexOf(u'/'); slash > 0)
            clearPart(below, key.left(slash), key.mid(slash + 1));
        else
            clear(below, key);
    }
    if (over.image)
        below.image = over.image;
    if (over.healthCheck)
        layHealthCheck(below.healthCheck, *over.healthCheck);
    below.builds = below.builds || over.builds;
    below.complete = below.complete && over.complete;
    below.imageBringsCheck = below.imageBringsCheck || over.imageBringsCheck;
    below.settings.insert(over.settings);
    layPorts(below.ports, over.ports);
    lay(below.mounts, over.mounts, mountKey);
    lay(below.environment, over.environment, [](const ModelVariable &variable) { return variable.name; });
    for (auto it = over.references.begin(); it != over.references.end(); ++it) {
        if (it.key() == u"depends_on")
            layNeeds(below.references[it.key()], it.value());
        else
            lay(below.references[it.key()], it.value(),
                [](const ModelReference &one) { return one.target.isEmpty() ? one.name.text : one.target; });
    }
    for (auto it = over.lists.begin(); it != over.lists.end(); ++it)
        lay(below.lists[it.key()], it.value(), it.key() == u"devices" ? deviceKey : textKey);
    for (auto it = over.privileges.begin(); it != over.privileges.end(); ++it)
        below.privileges[it.key()].unite(it.value());
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
