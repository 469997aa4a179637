// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/yaml_edit.h"
#include "core/workspace/setup/setup_parts.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

namespace {

Error notAsItShould(const QString &id)
{
    return Error{ErrorKind::internal, u"%1 of the catalog cannot be put behind a VPN"_s.arg(id), {}};
}

QByteArray lines(const QByteArray &bytes, qsizetype begin, qsizetype end)
{
    const qsizetype first = begin == 0 ? 0 : bytes.lastIndexOf('\n', begin - 1) + 1;
    const qsizetype last = bytes.indexOf('\n', end);
    return bytes.mid(first, last < 0 ? -1 : last + 1 - first);
}

// The items of the service's list of ports, as they are written.
base::Result<QByteArray> portLines(const YamlDocument &document, const QString &id)
{
    const YamlNode ports = document.find(u"/services/%1/ports"_s.arg(id));
    if (!ports || !ports.isSequence() || !ports.isBlockCollection())
        return notAsItShould(id);
    return lines(document.bytes(), ports.span().begin, ports.span().end);
}

// In the place of its ports the service gets the network of the other one.
base::Result<QByteArray> withoutPorts(const YamlDocument &document, const QString &id, const QString &parent)
{
    const base::Result<YamlEdit> edit = removeNode(document, u"/services/%1/ports"_s.arg(id));
    if (!edit || edit->patches.size() != 1)
        return notAsItShould(id);
    model::TextPatch patch = edit->patches.first();
    patch.text = u"    # Behind the VPN: %1 publishes its ports, and others reach it under the name %1.\n"
                 "    network_mode: \"service:%1\"\n"
                 "    depends_on:\n"
                 "      %1:\n"
                 "        condition: service_healthy\n"
                 "        restart: true\n"_s.arg(parent)
                     .toUtf8();
    return model::patched(document.bytes(), {patch});
}

// Adds to the ports of the service, or gives it some in front of its volumes.
base::Result<QByteArray> withPorts(const YamlDocument &document, const QString &id, const QByteArray &items,
                                   const QString &of)
{
    const QByteArray told = "      # of " + of.toUtf8() + '\n' + items;
    const QByteArray &bytes = document.bytes();
    if (const YamlNode ports = document.find(u"/services/%1/ports"_s.arg(id))) {
        const qsizetype end = bytes.indexOf('\n', ports.span().end) + 1;
        return model::patched(bytes, {{{end, end}, told}});
    }
    const YamlNode volumes = document.find(u"/services/%1/volumes"_s.arg(id));
    if (!volumes || !volumes.pairKey())
        return notAsItShould(id);
    const qsizetype key = volumes.pairKey().span().begin;
    const qsizetype at = bytes.lastIndexOf('\n', key) + 1;
    return model::patched(bytes, {{{at, at}, "    ports:\n" + told}});
}

base::Status move(CatalogEntry &entry, CatalogEntry &parent)
{
    const YamlReading own = readYaml(entry.bytes);
    const YamlReading other = readYaml(parent.bytes);
    if (!own.ok() || !other.ok())
        return notAsItShould(entry.id);
    const base::Result<QByteArray> items = portLines(own.document, entry.id);
    if (!items)
        return items.error();
    const base::Result<QByteArray> ownBytes = withoutPorts(own.document, entry.id, parent.id);
    const base::Result<QByteArray> parentBytes = withPorts(other.document, parent.id, *items, entry.id);
    if (!ownBytes || !parentBytes || !readYaml(*ownBytes).ok() || !readYaml(*parentBytes).ok())
        return notAsItShould(entry.id);
    entry.bytes = *ownBytes;
    parent.bytes = *parentBytes;
    return {};
}

} // namespace

base::Status moveBehindVpn(QList<CatalogEntry> &entries, QStringList &notes)
{
    for (CatalogEntry &entry : entries) {
        if (!entry.vpnRecommended)
            continue;
        const auto parent = std::ranges::find(entries, entry.vpnParent, &CatalogEntry::id);
        if (parent == entries.end())
            continue;
        if (const base::Status moved = move(entry, *parent); !moved)
            return moved;
        notes.append(u"%1 lives in the network of %2: others reach it under the name %2"_s.arg(entry.id, parent->id));
    }
    return {};
}

} // namespace mediahelm::workspace
