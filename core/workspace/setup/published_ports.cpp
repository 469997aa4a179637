// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/setup/published_ports.h"

#include "core/workspace/env/yaml_variables.h"

#include <QJsonArray>
#include <QJsonObject>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestRange = 1000;

void addRange(const QString &range, const QString &protocol, const QString &by, QList<TakenPort> &ports)
{
    const int first = range.section(u'-', 0, 0).toInt();
    const int last = range.contains(u'-') ? range.section(u'-', 1, 1).toInt() : first;
    if (first < 1 || last > 65535 || last - first >= longestRange)
        return;
    for (int port = first; port <= last; ++port)
        ports.append({port, protocol.isEmpty() ? u"tcp"_s : protocol, by});
}

// "80", "8080:80", "127.0.0.1:8080:80/udp", "[::1]:8080:80", "3000-3005:3000-3005"
void addShort(const QString &text, const QString &by, QList<TakenPort> &ports)
{
    const QString protocol = text.section(u'/', 1, 1);
    const QString address = text.section(u'/', 0, 0);
    const qsizetype inside = address.lastIndexOf(u':');
    if (inside < 0)
        return; // the engine chooses
    const QString outside = address.first(inside);
    addRange(outside.mid(outside.lastIndexOf(u':') + 1), protocol, by, ports);
}

} // namespace

QList<TakenPort> publishedPorts(const YamlDocument &document, const VariableLookup &lookup)
{
    QList<TakenPort> ports;
    const QJsonObject services = toExpandedJson(document.root(), lookup).toObject().value("services"_L1).toObject();
    for (auto it = services.begin(); it != services.end(); ++it) {
        const QJsonArray items = it.value().toObject().value("ports"_L1).toArray();
        for (const QJsonValue &item : items) {
            if (item.isObject()) {
                const QJsonObject port = item.toObject();
                addRange(port.value("published"_L1).toVariant().toString(), port.value("protocol"_L1).toString(),
                         it.key(), ports);
            } else {
                addShort(item.toVariant().toString(), it.key(), ports);
            }
        }
    }
    return ports;
}

} // namespace mediahelm::workspace
