// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/model_words.h"

#include "core/workspace/env/environment.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>

namespace mediahelm::tests {

using namespace Qt::StringLiterals;
using namespace mediahelm::workspace;

namespace {

const QStringList singles{u"container_name"_s, u"network_mode"_s, u"pid"_s,  u"ipc"_s,        u"restart"_s,
                          u"hostname"_s,       u"mac_address"_s,  u"user"_s, u"userns_mode"_s};
const QStringList plainLists{u"cap_add"_s, u"security_opt"_s, u"profiles"_s, u"dns"_s};

// Compose doubles each dollar of what it prints.
QString plain(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.toString().replace(u"$$"_s, u"$"_s);
}

QString portWords(const QString &ip, const QString &published, int target, const QString &protocol)
{
    return u"port %1|%2|%3|%4"_s.arg(ip, published).arg(target).arg(protocol);
}

// "./a" and "a" are one.
QString cleaned(const QString &path)
{
    return path.isEmpty() ? path : QDir::cleanPath(path);
}

QString mountWords(const QString &type, const QString &from, const QString &target, bool readOnly, bool makes)
{
    const bool bind = type == u"bind";
    const bool known = bind || type == u"volume"; // of other kinds the model says no more
    return u"mount %1|%2|%3|%4|%5"_s.arg(known ? type : u"other"_s, known ? cleaned(from) : QString(), target,
                                         known && readOnly ? u"read-only"_s : QString(),
                                         bind && makes ? u"makes"_s : QString());
}

// --- ours

QStringList portsOf(const ModelPort &port)
{
    const bool each = port.targetLast > port.targetFirst;
    if (!each)
        return {portWords(port.hostIp, port.first ? port.publishedText() : QString(), port.targetFirst, port.protocol)};
    QStringList words;
    for (int i = 0; i <= port.targetLast - port.targetFirst; ++i)
        words += portWords(port.hostIp, port.first ? QString::number(port.first + i) : QString(), port.targetFirst + i,
                           port.protocol);
    return words;
}

QString mountOf(const ModelMount &mount)
{
    using Kind = ModelMount::Kind;
    const QString type = mount.kind == Kind::bind                     ? u"bind"_s
        : mount.kind == Kind::volume || mount.kind == Kind::anonymous ? u"volume"_s
                                                                      : u"other"_s;
    return mountWords(type, mount.from, mount.target, mount.readOnly, mount.makesFolder);
}

QMap<QString, QString> environmentOf(const ModelService &service, const QMap<QString, QString> &process,
                                     const FileReader &read)
{
    QMap<QString, QString> found;
    const QList<ModelText> files = service.lists.value(u"env_file"_s);
    for (const ModelText &file : files) {
        const EnvFile parsed = readEnvFile(read(file.text));
        for (const EnvAssignment &one : parsed.assignments)
            found.insert(one.name, one.text);
    }
    for (const ModelVariable &variable : service.environment) {
        if (variable.value)
            found.insert(variable.name, variable.value->text);
        else if (process.contains(variable.name))
            found.insert(variable.name, process.value(variable.name));
        else if (!found.contains(variable.name))
            found.insert(variable.name, u"<unset>"_s);
    }
    return found;
}

QStringList referenceWords(const ModelService &service)
{
    QStringList words;
    for (const QString &key : {u"networks"_s, u"volumes_from"_s, u"links"_s, u"configs"_s, u"secrets"_s}) {
        const QList<ModelReference> references = service.references.value(key);
        for (const ModelReference &one : references)
            words += key + u' ' + one.name.text;
    }
    const QList<ModelReference> needs = service.references.value(u"depends_on"_s);
    for (const ModelReference &one : needs)
        words +=
            u"depends_on %1|%2|%3"_s.arg(one.name.text, one.condition.isEmpty() ? u"service_started"_s : one.condition,
                                         one.required.value_or(true) ? u"required"_s : QString());
    return words;
}

QStringList wordsOf(const ModelService &service, const QMap<QString, QString> &process, const FileReader &read)
{
    QStringList words{u"count %1"_s.arg(service.count())};
    if (service.image && !service.image->text.isEmpty())
        words += u"image "_s + service.image->text;
    if (service.builds)
        words += u"builds "_s + (service.buildContext ? cleaned(service.buildContext->text) : QString());
    for (const QString &key : singles) {
        if (const ModelText *text = service.setting(key); text && !text->text.isEmpty())
            words += key + u' ' + text->text;
    }
    if (const ModelText *text = service.setting(u"privileged"_s); text && text->text == u"true")
        words += u"privileged"_s;
    if (service.healthCheck)
        words += service.healthCheck->disabled() ? u"no health check"_s : u"health check"_s;
    for (const ModelPort &port : service.ports)
        words += portsOf(port);
    for (const ModelMount &mount : service.mounts)
        words += mountOf(mount);
    const QMap<QString, QString> variables = environmentOf(service, process, read);
    for (auto it = variables.begin(); it != variables.end(); ++it)
        words += u"environment %1=%2"_s.arg(it.key(), it.value());
    words += referenceWords(service);
    for (const QString &key : plainLists) {
        const QList<ModelText> list = service.lists.value(key);
        for (const ModelText &one : list)
            words += key + u' ' + one.text;
    }
    const QList<ModelText> devices = service.lists.value(u"devices"_s);
    for (const ModelText &one : devices)
        words += u"device "_s + one.text.section(u':', 0, 0);
    return words;
}

// --- Compose's

QStringList sectionWords(const QJsonObject &composed)
{
    QStringList words;
    for (const QString &section : {u"networks"_s, u"volumes"_s, u"configs"_s, u"secrets"_s}) {
        const QJsonObject declared = composed.value(section).toObject();
        for (auto it = declared.begin(); it != declared.end(); ++it) {
            const QJsonObject one = it.value().toObject();
            words += u"%1: %2|%3|%4"_s.arg(section, it.key(), one[u"external"].toBool() ? u"external"_s : QString(),
                                           cleaned(plain(one[u"file"])));
        }
    }
    return words;
}

QStringList composedReferences(const QJsonObject &service)
{
    QStringList words;
    const QStringList networks = service[u"networks"].toObject().keys();
    for (const QString &name : networks)
        words += u"networks "_s + name;
    for (const QString &key : {u"volumes_from"_s, u"links"_s, u"configs"_s, u"secrets"_s}) {
        const QJsonArray items = service[key].toArray();
        for (const QJsonValue &item : items)
            words += key + u' ' + plain(item.isObject() ? item[u"source"] : item);
    }
    const QJsonObject needs = service[u"depends_on"].toObject();
    for (auto it = needs.begin(); it != needs.end(); ++it)
        words += u"depends_on %1|%2|%3"_s.arg(it.key(), plain(it.value()[u"condition"]),
                                              it.value()[u"required"].toBool() ? u"required"_s : QString());
    return words;
}

QStringList wordsOfService(const QJsonObject &service)
{
    const QJsonValue scale = service[u"scale"];
    const QJsonValue replicas = service[u"deploy"][u"replicas"];
    QStringList words{u"count %1"_s.arg(scale.isDouble() ? scale.toInt() : replicas.toInt(1))};
    if (service.contains(u"image"))
        words += u"image "_s + plain(service[u"image"]);
    if (service[u"build"].isObject())
        words += u"builds "_s + cleaned(plain(service[u"build"][u"context"]));
    for (const QString &key : singles) {
        if (service.contains(key))
            words += key + u' ' + plain(service[key]);
    }
    if (service[u"privileged"].toBool())
        words += u"privileged"_s;
    const QJsonObject check = service[u"healthcheck"].toObject();
    if (!check.isEmpty())
        words += check[u"disable"].toBool() || check[u"test"].toArray().at(0).toString() == u"NONE"
            ? u"no health check"_s
            : u"health check"_s;
    const QJsonArray ports = service[u"ports"].toArray();
    for (const QJsonValue &port : ports)
        words += portWords(plain(port[u"host_ip"]), plain(port[u"published"]), port[u"target"].toInt(),
                           plain(port[u"protocol"]));
    const QJsonArray mounts = service[u"volumes"].toArray();
    for (const QJsonValue &mount : mounts)
        words += mountWords(plain(mount[u"type"]), plain(mount[u"source"]), plain(mount[u"target"]),
                            mount[u"read_only"].toBool(), mount[u"bind"][u"create_host_path"].toBool());
    const QJsonObject variables = service[u"environment"].toObject();
    for (auto it = variables.begin(); it != variables.end(); ++it)
        words += u"environment %1=%2"_s.arg(plain(it.key()), it.value().isNull() ? u"<unset>"_s : plain(it.value()));
    words += composedReferences(service);
    for (const QString &key : plainLists) {
        const QJsonArray items = service[key].toArray();
        for (const QJsonValue &item : items)
            words += key + u' ' + plain(item);
    }
    const QJsonArray devices = service[u"devices"].toArray();
    for (const QJsonValue &device : devices)
        words += u"device "_s + plain(device.isObject() ? device[u"source"] : device).section(u':', 0, 0);
    return words;
}

bool isUsed(const ComposeModel &model, const QString &section, const QString &name)
{
    return std::ranges::any_of(model.services, [&](const ModelService &service) {
        const QList<ModelReference> references = service.references.value(section);
        return std::ranges::any_of(references, [&](const auto &one) { return one.name.text == name; })
            || (section == u"volumes" && std::ranges::any_of(service.mounts, [&](const ModelMount &mount) {
                    return mount.kind == ModelMount::Kind::volume && mount.from == name;
                }));
    });
}

QStringList inService(const QString &name, const QStringList &words)
{
    QStringList found{name};
    for (const QString &word : words)
        found += name + u": "_s + word;
    return found;
}

} // namespace

QStringList wordsOf(const ComposeModel &model, const QMap<QString, QString> &process, const FileReader &read)
{
    QStringList words;
    for (const ModelService &service : model.services)
        words += inService(service.name, wordsOf(service, process, read));
    for (auto section = model.sections.begin(); section != model.sections.end(); ++section) {
        for (auto it = section->begin(); it != section->end(); ++it) {
            if (!isUsed(model, section.key(), it.key()))
                continue; // nor does Compose show it
            words +=
                u"%1: %2|%3|%4"_s.arg(section.key(), it.key(), it->external.value_or(false) ? u"external"_s : QString(),
                                      it->path ? cleaned(it->path->text) : QString());
        }
    }
    words.sort();
    return words;
}

QStringList wordsOf(const QJsonObject &composed)
{
    QStringList words = sectionWords(composed);
    const QJsonObject services = composed[u"services"].toObject();
    for (auto it = services.begin(); it != services.end(); ++it)
        words += inService(it.key(), wordsOfService(it.value().toObject()));
    words.sort();
    return words;
}

} // namespace mediahelm::tests
