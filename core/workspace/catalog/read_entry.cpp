// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/catalog/read_entry.h"

#include "core/workspace/catalog/byte_size.h"
#include "core/workspace/env/yaml_variables.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QJsonArray>

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

namespace {

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return value.toVariant().toString();
    return value.toString();
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        texts.append(textOf(item));
    return texts;
}

CatalogSecret readSecret(const QString &name, const QJsonObject &object)
{
    CatalogSecret secret{name, object.value("description"_L1).toString(), object.value("source"_L1).toString(),
                         object.value("required"_L1).toBool(true), std::nullopt};
    const QJsonObject form = object.value("generate"_L1).toObject();
    if (!form.isEmpty())
        secret.form = {form.value("format"_L1).toString() == "hex"_L1 ? SecretForm::Alphabet::hex
                                                                      : SecretForm::Alphabet::alphanumeric,
                       form.value("length"_L1).toInt()};
    return secret;
}

// Splits "IP:HOST:CONTAINER/PROTOCOL" and "SOURCE:TARGET:MODE" where a colon is not inside of ${...}.
QStringList splitOutside(const QString &text)
{
    QStringList parts{QString()};
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u':' && depth == 0) {
            parts.append(QString());
            continue;
        }
        if (c == u'{' && i > 0 && text.at(i - 1) == u'$')
            ++depth;
        else if (c == u'}' && depth > 0)
            --depth;
        parts.last() += c;
    }
    return parts;
}

// The names of the variables that a text refers to, nested ones included.
QStringList variablesIn(const QString &text)
{
    QStringList names;
    const Expansion expansion = expandVariables(text, [](const QString &) { return std::optional(u"x"_s); });
    for (const VariableUse &use : expansion.uses)
        names.append(use.name);
    return names;
}

// Reads one file.
class EntryReader
{
public:
    EntryReader(const QString &id, const QByteArray &bytes, const QList<CatalogVariable> &shared)
        : m_shared(shared)
    {
        m_entry.id = id;
        m_entry.bytes = bytes;
        m_entry.lifecycle = u"active"_s;
    }

    base::Result<CatalogEntry> read()
    {
        const YamlReading reading = readYaml(m_entry.bytes);
        if (!reading.ok())
            return Error{ErrorKind::invalid, u"%1 of the catalog: %2"_s.arg(m_entry.id, reading.problem->text()), {}};
        const QJsonObject services = toJson(reading.document.root()).toObject().value("services"_L1).toObject();
        if (!services.contains(m_entry.id))
            return Error{ErrorKind::invalid, u"%1 of the catalog has no service of that name"_s.arg(m_entry.id), {}};
        readMain(services.value(m_entry.id).toObject());
        for (auto it = services.begin(); it != services.end(); ++it)
            readService(it.key(), it.value().toObject());
        takeShared(reading.document);
        return m_entry;
    }

private:
    void readMain(const QJsonObject &service)
    {
        const QJsonObject block = service.value("x-mediahelm"_L1).toObject();
        m_entry.services.append(m_entry.id);
        m_entry.image = service.value("image"_L1).toString();
        m_entry.name = block.value("name"_L1).toString();
        m_entry.category = block.value("category"_L1).toString();
        m_entry.description = block.value("description"_L1).toString();
        m_entry.docs = block.value("docs"_L1).toString();
        const QJsonObject variables = block.value("variables"_L1).toObject();
        for (auto it = variables.begin(); it != variables.end(); ++it)
            addVariable(readVariable(it.key(), it.value().toObject()));
        const QJsonObject secrets = block.value("secrets"_L1).toObject();
        for (auto it = secrets.begin(); it != secrets.end(); ++it)
            m_entry.secrets.append(readSecret(it.key(), it.value().toObject()));
        const QJsonArray templates = block.value("templates"_L1).toArray();
        for (const QJsonValue &one : templates)
            m_entry.templates.append(
                {one.toObject().value("path"_L1).toString(), one.toObject().value("description"_L1).toString()});
        m_entry.needsOneOf = textsOf(block.value("needs_one_of"_L1));
        m_entry.alternatives = textsOf(block.value("alternatives"_L1));
        const QJsonObject vpn = block.value("vpn"_L1).toObject();
        m_entry.vpnParent = vpn.value("parent"_L1).toString();
        m_entry.vpnRecommended = vpn.value("recommended"_L1).toBool();
        if (const QJsonObject lifecycle = block.value("lifecycle"_L1).toObject(); !lifecycle.isEmpty()) {
            m_entry.lifecycle = lifecycle.value("state"_L1).toString();
            m_entry.lifecycleReason = lifecycle.value("reason"_L1).toString();
            m_entry.replacements = textsOf(lifecycle.value("replacement"_L1));
        }
    }

    void addVariable(const CatalogVariable &variable)
    {
        m_entry.variables.append(variable);
        if (variable.type == "port"_L1)
            m_entry.ports.append(
                {variable.name, variable.defaultValue.value_or(QString()).toInt(), {}, variable.wellKnown});
    }

    void readService(const QString &name, const QJsonObject &service)
    {
        if (name != m_entry.id)
            m_entry.services.append(name);
        const QJsonObject block = service.value("x-mediahelm"_L1).toObject();
        const QJsonObject resources = block.value("resources"_L1).toObject();
        m_entry.cpus += resources.value("cpu"_L1).toDouble();
        m_entry.memory += byteSize(textOf(resources.value("memory"_L1))).value_or(0);
        m_entry.disk += byteSize(textOf(resources.value("disk"_L1))).value_or(0);
        const QStringList ports = textsOf(service.value("ports"_L1));
        for (const QString &port : ports)
            readPort(port);
        const QStringList volumes = textsOf(service.value("volumes"_L1));
        for (const QString &volume : volumes) {
            const QStringList parts = splitOutside(volume);
            const QString &source = parts.first();
            if (source.startsWith("${"_L1))
                addFolder({source, block.value("owner"_L1).toString()});
        }
    }

    void addFolder(const CatalogFolder &folder)
    {
        if (std::ranges::find(m_entry.folders, folder.path, &CatalogFolder::path) == m_entry.folders.end())
            m_entry.folders.append(folder);
    }

    void readPort(const QString &text)
    {
        QStringList parts = splitOutside(text);
        const QString protocol = parts.takeLast().section(u'/', 1, 1);
        const QStringList names = variablesIn(parts.join(u':'));
        for (CatalogPort &port : m_entry.ports) {
            const QString wanted = protocol.isEmpty() ? u"tcp"_s : protocol;
            if (names.contains(port.variable) && !port.protocols.contains(wanted))
                port.protocols.append(wanted);
        }
    }

    void takeShared(const YamlDocument &document)
    {
        const YamlVariables uses = variablesOf(document, [](const QString &) { return std::optional(u"x"_s); });
        QStringList used;
        for (const YamlVariableUse &use : uses.uses) {
            const QString pointer = use.node.pointer();
            if (!pointer.contains("/x-mediahelm/"_L1)) // Compose does not look there
                used.append(use.use.name);
        }
        for (const CatalogVariable &variable : m_shared) {
            if (used.contains(variable.name))
                m_entry.sharedVariables.append(variable.name);
        }
        for (CatalogPort &port : m_entry.ports) {
            if (port.protocols.isEmpty()) // a service in the network of the host
                port.protocols.append(u"tcp"_s);
        }
    }

    const QList<CatalogVariable> &m_shared;
    CatalogEntry m_entry;
};

} // namespace

base::Result<CatalogEntry> readEntry(const QString &id, const QByteArray &bytes, const QList<CatalogVariable> &shared)
{
    return EntryReader(id, bytes, shared).read();
}

CatalogVariable readVariable(const QString &name, const QJsonObject &object)
{
    CatalogVariable variable;
    variable.name = name;
    variable.description = object.value("description"_L1).toString();
    variable.type = object.value("type"_L1).toString();
    if (object.contains("default"_L1))
        variable.defaultValue = textOf(object.value("default"_L1));
    variable.values = textsOf(object.value("values"_L1));
    variable.example = textOf(object.value("example"_L1));
    variable.required = object.value("required"_L1).toBool();
    variable.wellKnown = object.value("well_known"_L1).toBool();
    return variable;
}

} // namespace mediahelm::workspace
