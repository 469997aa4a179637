// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/lay_services.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

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
    else if (key == u"build") {
        service.builds = false;
        service.buildContext.reset();
    }
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

} // namespace

void layDeclaration(ModelDeclaration &below, const ModelDeclaration &over)
{
    if (over.external)
        below.external = over.external;
    if (over.path)
        below.path = over.path;
    below.parts += over.parts;
}

void layService(ModelService &below, const ModelService &over)
{
    for (const QString &key : over.cleared) {
        if (const qsizetype slash = key.indexOf(u'/'); slash > 0)
            clearPart(below, key.left(slash), key.mid(slash + 1));
        else
            clear(below, key);
    }
    below.parts += over.parts;
    if (over.image)
        below.image = over.image;
    if (over.healthCheck)
        layHealthCheck(below.healthCheck, *over.healthCheck);
    below.readFiles += over.readFiles; // one that does not count any more does no harm
    below.builds = below.builds || over.builds;
    if (over.buildContext)
        below.buildContext = over.buildContext;
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

} // namespace mediahelm::workspace
