// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/nearest.h"
#include "core/workspace/env/env_edit.h"
#include "core/workspace/setup/setup_parts.h"

#include <QFileInfo>

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

namespace {

const CatalogVariable *variableOf(const Catalog &catalog, const QList<CatalogEntry> &entries, const QString &name)
{
    for (const CatalogEntry &entry : entries) {
        const auto found = std::ranges::find(entry.variables, name, &CatalogVariable::name);
        if (found != entry.variables.end())
            return &*found;
    }
    return catalog.findShared(name);
}

QString whatIsWrong(const CatalogVariable &variable, const QString &value)
{
    if (variable.type == "port"_L1) {
        bool ok = false;
        const int port = value.toInt(&ok);
        if (!ok || port < 1 || port > 65535)
            return u"is a port: a number from 1 to 65535"_s;
    }
    if ((variable.type == "id"_L1 || variable.type == "integer"_L1)
        && (value.isEmpty() || !std::ranges::all_of(value, [](QChar c) { return c >= u'0' && c <= u'9'; })))
        return u"is a whole number"_s;
    if (variable.type == "boolean"_L1 && value != "true"_L1 && value != "false"_L1)
        return u"is true or false"_s;
    if (variable.type == "path"_L1 && !value.startsWith(u'/') && !value.startsWith("${"_L1))
        return u"is an absolute path"_s;
    if (!variable.values.isEmpty() && !variable.values.contains(value))
        return u"is one of "_s + variable.values.join(u", "_s);
    return setEnvValue({}, variable.name, value) ? QString() : u"cannot hold this value in a .env file"_s;
}

// The variables in the order in which later ones may refer to earlier ones.
const QStringList &localOrder()
{
    static const QStringList names{u"PUID"_s,          u"PGID"_s,       u"TZ"_s,          u"HOST_IP"_s,
                                   u"DOMAIN"_s,        u"BASE_PATH"_s,  u"CONFIG_PATH"_s, u"APPDATA_PATH"_s,
                                   u"DATA_PATH"_s,     u"MEDIA_PATH"_s, u"BACKUP_PATH"_s, u"LOGS_PATH"_s,
                                   u"DOWNLOADS_PATH"_s};
    return names;
}

// The shared variables that the entries use, with those that their defaults refer to.
QStringList sharedNames(const Catalog &catalog, const QList<CatalogEntry> &entries)
{
    QStringList names;
    for (const CatalogEntry &entry : entries)
        names += entry.sharedVariables;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const CatalogVariable *variable = catalog.findShared(names.at(i));
        const QString text = variable ? variable->defaultValue.value_or(QString()) : QString();
        const Expansion expansion = expandVariables(text, [](const QString &) { return std::optional(QString()); });
        for (const VariableUse &use : expansion.uses) {
            if (!names.contains(use.name))
                names.append(use.name);
        }
    }
    return names;
}

// What this machine and this folder say of a shared variable; empty where they say nothing.
QString ownDefault(const CatalogVariable &variable, const SetupRequest &request)
{
    const QString &name = variable.name;
    if (name == "PUID"_L1)
        return QString::number(request.host.userId);
    if (name == "PGID"_L1)
        return QString::number(request.host.groupId);
    if (name == "TZ"_L1 && !request.host.timeZone.isEmpty())
        return request.host.timeZone;
    if (name == "HOST_IP"_L1)
        return request.host.address;
    // A workspace is the folder config of what it belongs to, or all of it.
    const QFileInfo folder(request.folder);
    const bool isConfig = folder.fileName() == "config"_L1;
    if (name == "BASE_PATH"_L1)
        return escapedTemplate(isConfig ? folder.absolutePath() : request.folder);
    if (name == "CONFIG_PATH"_L1 && !isConfig)
        return u"${BASE_PATH}"_s;
    return variable.defaultValue.value_or(QString());
}

} // namespace

base::Status checkValues(const Catalog &catalog, const QList<CatalogEntry> &entries,
                         const QMap<QString, QString> &values)
{
    QStringList known;
    for (const CatalogVariable &variable : catalog.shared())
        known.append(variable.name);
    for (const CatalogEntry &entry : entries) {
        for (const CatalogVariable &variable : entry.variables)
            known.append(variable.name);
        for (const CatalogSecret &secret : entry.secrets) {
            if (values.contains(secret.name))
                return Error{ErrorKind::invalid,
                             u"%1 is a secret, and what is typed here can be seen by others; set it afterwards: "
                             "mediahelm secrets set %1"_s.arg(secret.name),
                             {}};
        }
    }
    for (auto it = values.begin(); it != values.end(); ++it) {
        const CatalogVariable *variable = variableOf(catalog, entries, it.key());
        if (!variable) {
            const QString nearest = base::nearestName(it.key(), known);
            return Error{ErrorKind::invalid,
                         u"none of these services has a variable %1"_s.arg(it.key())
                             + (nearest.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(nearest)),
                         {}};
        }
        if (const QString wrong = whatIsWrong(*variable, it.value()); !wrong.isEmpty())
            return Error{ErrorKind::invalid, u"%1 %2, not \"%3\""_s.arg(it.key(), wrong, it.value()), {}};
    }
    return {};
}

QList<PortWish> portWishes(const QList<CatalogEntry> &entries, const VariableLookup &known,
                           const QMap<QString, QString> &values)
{
    QList<PortWish> wishes;
    for (const CatalogEntry &entry : entries) {
        for (const CatalogPort &port : entry.ports) {
            if (std::ranges::find(wishes, port.variable, &PortWish::variable) != wishes.end())
                continue;
            const int given = values.contains(port.variable) ? values.value(port.variable).toInt()
                                                             : known(port.variable).value_or(QString()).toInt();
            wishes.append(
                {port.variable, entry.id, given > 0 ? given : port.number, port.protocols, given > 0, port.wellKnown});
        }
    }
    return wishes;
}

QList<LocalValue> localValues(const Catalog &catalog, const QList<CatalogEntry> &entries, const SetupRequest &request,
                              const QList<SetupPort> &ports, const VariableLookup &known)
{
    QList<LocalValue> values;
    const QStringList shared = sharedNames(catalog, entries);
    for (const QString &name : localOrder()) {
        const CatalogVariable *variable = catalog.findShared(name);
        const bool given = request.values.contains(name);
        if (!variable || (!given && (!shared.contains(name) || known(name))))
            continue;
        const QString value = given ? request.values.value(name) : ownDefault(*variable, request);
        if (!value.isEmpty())
            values.append({name, value, variable->description});
    }
    for (auto it = request.values.begin(); it != request.values.end(); ++it) {
        if (localOrder().contains(it.key()))
            continue;
        const CatalogVariable *variable = variableOf(catalog, entries, it.key());
        values.append({it.key(), it.value(), variable ? variable->description : QString()});
    }
    for (const SetupPort &port : ports) {
        if (port.number != port.wanted)
            values.append({port.variable, QString::number(port.number),
                           u"%1 is taken by %2."_s.arg(port.wanted).arg(port.takenBy)});
    }
    return values;
}

} // namespace mediahelm::workspace
