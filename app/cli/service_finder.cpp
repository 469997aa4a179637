// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/service_finder.h"

#include "app/options/exit_code.h"
#include "core/base/nearest.h"

#include <QHash>

#include <algorithm>

namespace mediahelm::app {

namespace {

QString qualified(const model::Container &container)
{
    return container.project + u'/' + container.service;
}

// What one name may mean: a service with its containers, or one container.
struct Meaning {
    QString choice; // as it is offered when there are several
    QList<FoundContainer> containers;
};

bool isIdPrefix(const QString &name, const model::Container &container)
{
    return name.size() >= 4 && container.id.text().startsWith(name);
}

QList<Meaning> meaningsOf(const QString &name, const QList<HostContainers> &hosts)
{
    QList<Meaning> services;
    QList<Meaning> single;
    QList<Meaning> byId;
    for (const HostContainers &host : hosts) {
        QHash<QString, qsizetype> indexes; // of this host's services in `services`
        for (const model::Container &container : host.containers) {
            const FoundContainer found{host.host, container};
            const QString place = host.host.text() + QStringLiteral(": ");
            if (!container.service.isEmpty() && (name == container.service || name == qualified(container))) {
                const QString key = qualified(container);
                if (!indexes.contains(key)) {
                    indexes.insert(key, services.size());
                    services.append({place + key, {}});
                }
                services[indexes.value(key)].containers.append(found);
            } else if (name == container.name.text()) {
                single.append({place + name, {found}});
            } else if (isIdPrefix(name, container)) {
                byId.append({place + container.name.text() + u' ' + container.id.text().left(12), {found}});
            }
        }
    }
    const QList<Meaning> named = services + single;
    return named.isEmpty() ? byId : named;
}

// What may have been meant: unlike serviceNames(), the plain name also where several have it, since it is what is
// typed.
QString nearestTo(const QString &name, const QList<HostContainers> &hosts)
{
    QStringList known = serviceNames(hosts);
    for (const HostContainers &host : hosts) {
        for (const model::Container &container : host.containers) {
            if (!container.service.isEmpty())
                known.append(container.service);
        }
    }
    return base::nearestName(name, known);
}

bool fitForShells(const QString &name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || QStringLiteral("._/-").contains(c);
    });
}

} // namespace

QString FoundContainer::label() const
{
    return container.service.isEmpty() ? container.name.text() : qualified(container);
}

std::variant<QList<FoundContainer>, FindError> findServices(const QStringList &names,
                                                            const QList<HostContainers> &hosts)
{
    QList<FoundContainer> all;
    for (const QString &name : names) {
        const QList<Meaning> meanings = meaningsOf(name, hosts);
        if (meanings.isEmpty())
            return FindError{
                ExitCode::noInput, QStringLiteral("there is no service \"%1\"").arg(name), nearestTo(name, hosts), {}};
        if (meanings.size() > 1) {
            QStringList choices;
            for (const Meaning &meaning : meanings)
                choices.append(meaning.choice);
            return FindError{ExitCode::usage, QStringLiteral("\"%1\" fits several services").arg(name), {}, choices};
        }
        for (const FoundContainer &found : meanings.first().containers) {
            const auto same = [&](const FoundContainer &other) { return other.key() == found.key(); };
            if (std::ranges::none_of(all, same))
                all.append(found);
        }
    }
    return all;
}

QStringList serviceNames(const QList<HostContainers> &hosts)
{
    QStringList names;
    QHash<QString, QString> owners; // a service's name, and whose it is; empty when several projects have it
    for (const HostContainers &host : hosts) {
        for (const model::Container &container : host.containers) {
            const QString owner = host.host.text() + u'/' + container.project;
            if (!container.service.isEmpty()) {
                const auto known = owners.constFind(container.service);
                owners.insert(container.service, known == owners.cend() || *known == owner ? owner : QString());
            }
        }
    }
    for (const HostContainers &host : hosts) {
        for (const model::Container &container : host.containers) {
            if (container.service.isEmpty())
                names.append(container.name.text());
            else
                names.append(owners.value(container.service).isEmpty() ? qualified(container) : container.service);
        }
    }
    names.removeDuplicates();
    names.removeIf([](const QString &name) { return !fitForShells(name); });
    return names;
}

} // namespace mediahelm::app
