// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/import/import_parts.h"

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

// The network that the container was started in comes first, where there are several.
constexpr int priorityOfMain = 1000;

bool hasOwnNetwork(const Importing &from)
{
    const QString mode = from.host.value("NetworkMode"_L1).toString();
    return mode != "host"_L1 && mode != "none"_L1 && !mode.startsWith("container:"_L1);
}

bool isDefaultBridge(const QString &mode)
{
    return mode.isEmpty() || mode == "default"_L1 || mode == "bridge"_L1;
}

QList<QByteArray> attachmentLines(Importing &to, const QString &name, const QJsonObject &network, bool first)
{
    const QString id = to.container.value("Id"_L1).toString();
    QList<QByteArray> lines;
    QList<QByteArray> aliases;
    const QStringList all = textsOf(network.value("Aliases"_L1));
    for (const QString &alias : all) {
        if (!id.startsWith(alias) && alias != to.result.service) // both are given anyway
            aliases.append("    - " + composeText(alias));
    }
    if (!aliases.isEmpty())
        lines << "  aliases:" << aliases;
    const QJsonObject addresses = network.value("IPAMConfig"_L1).toObject();
    for (const auto &[key, field] :
         {std::pair{"ipv4_address", "IPv4Address"_L1}, std::pair{"ipv6_address", "IPv6Address"_L1}}) {
        if (const QString address = addresses.value(field).toString(); !address.isEmpty())
            lines.append(QByteArray("  ") + key + ": " + composeText(address));
    }
    if (const QStringList local = textsOf(addresses.value("LinkLocalIPs"_L1)); !local.isEmpty()) {
        lines.append("  link_local_ips:");
        for (const QString &address : local)
            lines.append("    - " + composeText(address));
    }
    if (first)
        lines.append("  priority: " + QByteArray::number(priorityOfMain));
    lines.prepend(yamlKey(name) + (lines.isEmpty() ? ": {}" : ":"));
    return lines;
}

// "80/tcp" as Compose writes a port: "80", "53/udp".
QString shortPort(const QString &port)
{
    return port.endsWith("/tcp"_L1) ? port.chopped(4) : port;
}

QString published(const QString &port, const QJsonObject &binding)
{
    const QString address = binding.value("HostIp"_L1).toString();
    const QString number = binding.value("HostPort"_L1).toString();
    const bool chosen = !number.isEmpty() && number != "0"_L1;
    if (address.isEmpty() || address == "0.0.0.0"_L1)
        return (chosen ? number + u':' : QString()) + shortPort(port);
    const QString host = address.contains(u':') ? u'[' + address + u']' : address;
    return host + u':' + (chosen ? number : QString()) + u':' + shortPort(port);
}

} // namespace

void writeNetworks(Importing &to)
{
    const QString mode = to.host.value("NetworkMode"_L1).toString();
    to.text.text("mac_address", to.config.value("MacAddress"_L1).toString());
    if (!textsOf(to.host.value("Links"_L1)).isEmpty())
        to.result.warnings.append(u"links to other containers cannot be made again; put them into one network"_s);
    if (!hasOwnNetwork(to)) {
        to.text.text("network_mode", to.named(mode));
        return;
    }
    const QJsonObject networks = to.container.value("NetworkSettings"_L1).toObject().value("Networks"_L1).toObject();
    if (isDefaultBridge(mode)) {
        to.text.text("network_mode", u"bridge"_s);
        if (networks.size() > 1)
            to.result.warnings.append(
                u"it is in the engine's own network bridge and in others; Compose can only do the first"_s);
        return;
    }
    QList<QByteArray> lines;
    for (auto it = networks.begin(); it != networks.end(); ++it) {
        to.externalNetworks.insert(it.key());
        lines += attachmentLines(to, it.key(), it.value().toObject(), networks.size() > 1 && it.key() == mode);
    }
    if (networks.isEmpty()) {
        to.externalNetworks.insert(mode);
        lines.append(yamlKey(mode) + ": {}");
    }
    to.text.block("networks", lines);
}

void writePorts(Importing &to)
{
    if (!hasOwnNetwork(to))
        return;
    const QJsonObject bound = to.host.value("PortBindings"_L1).toObject();
    QStringList ports;
    for (auto it = bound.begin(); it != bound.end(); ++it) {
        const QJsonArray bindings = it.value().toArray();
        for (const QJsonValue &binding : bindings)
            ports.append(published(it.key(), binding.toObject()));
    }
    const QJsonObject exposed = to.config.value("ExposedPorts"_L1).toObject();
    const QJsonObject images = to.image.value("ExposedPorts"_L1).toObject();
    const bool all = to.host.value("PublishAllPorts"_L1).toBool();
    QStringList expose;
    for (auto it = exposed.begin(); it != exposed.end(); ++it) {
        if (bound.contains(it.key()))
            continue;
        if (all)
            ports.append(shortPort(it.key()));
        else if (!images.contains(it.key()))
            expose.append(shortPort(it.key()));
    }
    if (all)
        to.result.warnings.append(u"all ports are published, which Compose cannot say; those of today are listed"_s);
    to.text.list("ports", ports);
    to.text.list("expose", expose);
}

} // namespace mediahelm::workspace
