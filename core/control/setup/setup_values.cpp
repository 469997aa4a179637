// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/setup/setup_values.h"

#include "core/revision/compose/compose_command.h"
#include "core/revision/store/text_change.h"

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

CatalogService serviceOf(const workspace::CatalogEntry &entry, const workspace::Catalog &catalog)
{
    CatalogService service;
    service.id = entry.id;
    service.name = entry.name;
    service.description = entry.description;
    service.docs = entry.docs;
    service.image = entry.image;
    for (const workspace::CatalogPort &port : entry.ports)
        service.ports.append(port.number);
    for (const workspace::CatalogVariable &variable : entry.variables) {
        if (variable.required)
            service.questions.append(variable.name);
    }
    for (const QString &name : entry.sharedVariables) {
        const workspace::CatalogVariable *variable = catalog.findShared(name);
        if (variable && variable->required)
            service.questions.append(name);
    }
    for (const workspace::CatalogSecret &secret : entry.secrets) {
        if (secret.required)
            service.secrets.append(secret.name);
    }
    service.needsOneOf = entry.needsOneOf;
    service.alternatives = entry.alternatives;
    service.vpn = entry.vpnRecommended ? entry.vpnParent : QString();
    if (!entry.active()) {
        service.replacements = entry.replacements;
        service.whyRetired = entry.lifecycleReason.isEmpty() ? entry.lifecycle : entry.lifecycleReason;
    }
    service.needs = {entry.cpus, entry.memory, entry.disk};
    return service;
}

QStringList valuesOf(const workspace::Setup &setup, const workspace::Catalog &catalog, const QString &variable)
{
    for (const QString &id : setup.services) {
        const workspace::CatalogEntry *entry = catalog.find(id);
        if (!entry)
            continue;
        const auto found = std::ranges::find(entry->variables, variable, &workspace::CatalogVariable::name);
        if (found != entry->variables.end())
            return found->values;
    }
    const workspace::CatalogVariable *shared = catalog.findShared(variable);
    return shared ? shared->values : QStringList();
}

// What the user can type in the folder; empty where it cannot be said.
QString commandOf(const workspace::Setup &setup)
{
    const auto command =
        revision::ComposeCommand::make({setup.folder, setup.project, setup.envLayers, setup.serviceFiles, {}});
    return command ? command->line({u"up"_s, u"-d"_s}) : QString();
}

// Nothing for a new file.
Result<std::optional<model::FileChange>> changeOf(const workspace::SetupFile &file)
{
    if (!file.before)
        return std::optional<model::FileChange>();
    const auto path = model::FilePath::parse(file.path);
    if (!path)
        return path.error();
    auto change = revision::textChange(*path, *file.before, file.bytes);
    if (!change)
        return change.error();
    return std::optional(std::move(*change));
}

} // namespace

QList<CatalogGroup> groupsOf(const workspace::Catalog &catalog)
{
    QList<CatalogGroup> groups;
    for (const workspace::CatalogCategory &category : catalog.categories()) {
        CatalogGroup group{category.id, category.title, category.description, {}};
        for (const QString &id : category.entries) {
            if (const workspace::CatalogEntry *entry = catalog.find(id))
                group.services.append(serviceOf(*entry, catalog));
        }
        groups.append(group);
    }
    return groups;
}

MachineResources resourcesOf(const workspace::MachineFacts &facts)
{
    return {static_cast<double>(facts.cpus), facts.memory, facts.freeDisk};
}

Result<SetupPlan> planOf(const workspace::Setup &setup, const workspace::Catalog &catalog)
{
    SetupPlan plan;
    plan.folder = setup.folder;
    plan.project = setup.project;
    plan.services = setup.services;
    plan.present = setup.present;
    for (const workspace::SetupFile &file : setup.files) {
        auto change = changeOf(file);
        if (!change)
            return change.error();
        plan.files.append({file.path, file.bytes, std::move(*change)});
    }
    for (const workspace::CatalogFolder &folder : setup.folders)
        plan.folders.append(folder.path);
    for (const workspace::SetupPort &port : setup.ports)
        plan.ports.append({port.variable, port.service, port.number, port.wanted, port.takenBy});
    for (const workspace::SetupSecret &secret : setup.secrets)
        plan.secrets.append(
            {secret.name, secret.service, secret.description, secret.source, secret.required, secret.form.has_value()});
    for (const workspace::SetupQuestion &question : setup.questions)
        plan.questions.append({question.variable, question.service, question.description, question.example,
                               valuesOf(setup, catalog, question.variable)});
    plan.warnings = setup.warnings;
    plan.command = commandOf(setup);
    return plan;
}

} // namespace mediahelm::control
