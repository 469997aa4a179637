// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/catalog/byte_size.h"
#include "core/workspace/env/yaml_variables.h"
#include "core/workspace/setup/setup_parts.h"

#include <QDir>

#include <algorithm>
#include <numeric>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

namespace {

constexpr qint64 gigabyte = qint64(1) << 30;
constexpr int leastCpus = 4;
constexpr qint64 leastMemory = 8 * gigabyte;
constexpr qint64 leastDisk = 20 * gigabyte;
// Of what is sold as 8 GB the kernel keeps some for itself.
constexpr double asSold = 0.9;

// The names of required variables that have no value, as Compose would find them one after the other.
QStringList missingIn(const YamlDocument &document, const VariableLookup &lookup)
{
    QStringList missing;
    for (bool more = true; more;) {
        more = false;
        const YamlVariables variables = variablesOf(document, [&](const QString &name) {
            return missing.contains(name) ? std::optional(u"x"_s) : lookup(name);
        });
        for (const YamlVariables::Problem &problem : variables.problems) {
            if (problem.problem.fault == TemplateFault::required && !missing.contains(problem.problem.name)
                && !problem.node.pointer().contains("/x-mediahelm/"_L1)) {
                missing.append(problem.problem.name);
                more = true;
            }
        }
    }
    return missing;
}

SetupQuestion question(const Catalog &catalog, const CatalogEntry &entry, const QString &name)
{
    const auto own = std::ranges::find(entry.variables, name, &CatalogVariable::name);
    const CatalogVariable *variable = own == entry.variables.end() ? catalog.findShared(name) : &*own;
    return {name, entry.id, variable ? variable->description : QString(), variable ? variable->example : QString()};
}

QString orList(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return names.first(names.size() - 1).join(u", "_s) + u" or "_s + names.last();
}

} // namespace

base::Result<QList<CatalogEntry>> chosenEntries(const Catalog &catalog, const QStringList &ids)
{
    QList<CatalogEntry> entries;
    for (const QString &id : ids) {
        const CatalogEntry *entry = catalog.find(id);
        if (!entry) {
            const QString nearest = catalog.nearest(id);
            return Error{ErrorKind::notFound,
                         u"the catalog has no service \"%1\""_s.arg(id)
                             + (nearest.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(nearest)),
                         {}};
        }
        if (std::ranges::find(entries, id, &CatalogEntry::id) == entries.end())
            entries.append(*entry);
    }
    if (entries.isEmpty())
        return Error{ErrorKind::invalid, u"no service was named"_s, {}};
    return entries;
}

QList<SetupSecret> secretsOf(const QList<CatalogEntry> &entries)
{
    QList<SetupSecret> secrets;
    for (const CatalogEntry &entry : entries) {
        for (const CatalogSecret &secret : entry.secrets) {
            // One that a service merely can use is made up only by the service that needs it.
            const std::optional<SecretForm> form = secret.required ? secret.form : std::nullopt;
            const auto known = std::ranges::find(secrets, secret.name, &SetupSecret::name);
            if (known == secrets.end()) {
                secrets.append({secret.name, entry.id, secret.description, secret.source, secret.required, form});
            } else if (secret.required && !known->required) {
                known->required = true;
                known->form = form;
                known->service = entry.id;
            }
        }
    }
    return secrets;
}

QList<SetupQuestion> questionsOf(const Catalog &catalog, const QList<CatalogEntry> &entries,
                                 const VariableLookup &lookup, const QList<SetupSecret> &secrets)
{
    QList<SetupQuestion> questions;
    for (const CatalogEntry &entry : entries) {
        const YamlReading reading = readYaml(entry.bytes);
        const QStringList missing = missingIn(reading.document, [&](const QString &name) {
            const bool secret = std::ranges::find(secrets, name, &SetupSecret::name) != secrets.end();
            return secret ? std::optional(u"x"_s) : lookup(name);
        });
        for (const QString &name : missing) {
            if (std::ranges::find(questions, name, &SetupQuestion::variable) == questions.end())
                questions.append(question(catalog, entry, name));
        }
    }
    return questions;
}

QList<CatalogFolder> foldersOf(const QList<CatalogEntry> &entries, const VariableLookup &lookup)
{
    QStringList roots;
    for (const char *name : {"BASE_PATH", "APPDATA_PATH", "DATA_PATH", "MEDIA_PATH", "BACKUP_PATH"}) {
        const QString root = QDir::cleanPath(lookup(QLatin1String(name)).value_or(QString()));
        if (root.size() > 1 && root.startsWith(u'/'))
            roots.append(root + u'/');
    }
    QList<CatalogFolder> folders;
    for (const CatalogEntry &entry : entries) {
        for (const CatalogFolder &folder : entry.folders) {
            const Expansion expansion = expandVariables(folder.path, lookup);
            const QString path = QDir::cleanPath(expansion.text);
            const auto isRoot = [&](const QString &root) { return (path + u'/').startsWith(root); };
            if (expansion.ok() && std::ranges::any_of(roots, isRoot)
                && std::ranges::find(folders, path, &CatalogFolder::path) == folders.end())
                folders.append({path, folder.owner});
        }
    }
    return folders;
}

QStringList choiceWarnings(const Catalog &catalog, const QList<CatalogEntry> &entries, const QStringList &ids)
{
    QStringList warnings;
    for (const CatalogEntry &entry : entries) {
        if (!entry.active())
            warnings.append(
                u"%1 is %2: %3"_s.arg(entry.id, entry.lifecycle, entry.lifecycleReason)
                + (entry.replacements.isEmpty() ? QString() : u" Use %1."_s.arg(orList(entry.replacements))));
        const auto there = [&ids](const QString &id) { return ids.contains(id); };
        if (!entry.needsOneOf.isEmpty() && std::ranges::none_of(entry.needsOneOf, there))
            warnings.append(u"%1 does nothing without %2"_s.arg(entry.id, orList(entry.needsOneOf)));
        if (entry.vpnRecommended && !ids.contains(entry.vpnParent) && catalog.find(entry.vpnParent))
            warnings.append(
                u"%1 shows your own address to others; add %2 to put it behind a VPN"_s.arg(entry.id, entry.vpnParent));
    }
    return warnings;
}

QStringList machineWarnings(const QList<CatalogEntry> &entries, const QList<CatalogEntry> &present,
                            const MachineFacts &host)
{
    const auto sum = [](const QList<CatalogEntry> &of, auto part) {
        using Value = std::remove_cvref_t<decltype(std::declval<CatalogEntry>().*part)>;
        return std::accumulate(of.begin(), of.end(), Value(0),
                               [part](Value all, const CatalogEntry &entry) { return all + entry.*part; });
    };
    QStringList warnings;
    const double cpus = sum(entries + present, &CatalogEntry::cpus);
    const qint64 memory = sum(entries + present, &CatalogEntry::memory);
    const qint64 disk = sum(entries, &CatalogEntry::disk);
    if (host.cpus > 0 && cpus > host.cpus)
        warnings.append(
            u"the services ask for %1 processor cores together, and this machine has %2"_s.arg(cpus).arg(host.cpus));
    else if (host.cpus > 0 && host.cpus < leastCpus)
        warnings.append(
            u"this machine has %1 processor cores; a media server wants %2"_s.arg(host.cpus).arg(leastCpus));
    if (host.memory > 0 && memory > host.memory)
        warnings.append(u"the services ask for %1 of memory together, and this machine has %2"_s.arg(
            byteSizeText(memory), byteSizeText(host.memory)));
    else if (host.memory > 0 && static_cast<double>(host.memory) < asSold * static_cast<double>(leastMemory))
        warnings.append(u"this machine has %1 of memory; a media server wants %2"_s.arg(byteSizeText(host.memory),
                                                                                        byteSizeText(leastMemory)));
    if (host.freeDisk > 0 && disk > host.freeDisk)
        warnings.append(u"the services ask for %1 of disk together beside the media, and %2 are free there"_s.arg(
            byteSizeText(disk), byteSizeText(host.freeDisk)));
    else if (host.freeDisk > 0 && host.freeDisk < leastDisk)
        warnings.append(u"%1 of disk are free there; a media server wants %2 beside the media"_s.arg(
            byteSizeText(host.freeDisk), byteSizeText(leastDisk)));
    return warnings;
}

} // namespace mediahelm::workspace
