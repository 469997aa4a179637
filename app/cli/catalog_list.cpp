// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inert_text.h"
#include "app/cli/init_job.h"
#include "app/options/exit_code.h"
#include "core/base/nearest.h"
#include "core/workspace/catalog/catalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mediahelm::app {

namespace ws = workspace;
using namespace Qt::StringLiterals;

namespace {

QJsonObject entryJson(const ws::CatalogEntry &entry)
{
    QJsonObject ports;
    for (const ws::CatalogPort &port : entry.ports)
        ports.insert(port.variable, port.number);
    QJsonArray variables;
    for (const ws::CatalogVariable &variable : entry.variables)
        variables.append(
            QJsonObject{{u"name"_s, variable.name},
                        {u"description"_s, variable.description},
                        {u"required"_s, variable.required},
                        {u"default"_s, variable.defaultValue ? QJsonValue(*variable.defaultValue) : QJsonValue()}});
    QJsonArray secrets;
    for (const ws::CatalogSecret &secret : entry.secrets)
        secrets.append(QJsonObject{{u"name"_s, secret.name},
                                   {u"description"_s, secret.description},
                                   {u"required"_s, secret.required},
                                   {u"made_up"_s, secret.required && secret.form.has_value()}});
    return {{u"id"_s, entry.id},
            {u"name"_s, entry.name},
            {u"description"_s, entry.description},
            {u"docs"_s, entry.docs},
            {u"image"_s, entry.image},
            {u"state"_s, entry.lifecycle},
            {u"replacement"_s, QJsonArray::fromStringList(entry.replacements)},
            {u"ports"_s, ports},
            {u"variables"_s, variables},
            {u"secrets"_s, secrets},
            {u"needs_one_of"_s, QJsonArray::fromStringList(entry.needsOneOf)},
            {u"cpus"_s, entry.cpus},
            {u"memory_bytes"_s, entry.memory},
            {u"disk_bytes"_s, entry.disk}};
}

QString entryText(const ws::CatalogEntry &entry, qsizetype width)
{
    QString words = entry.description;
    if (!entry.active())
        words += u" (%1%2)"_s.arg(entry.lifecycle,
                                  entry.replacements.isEmpty() ? QString()
                                                               : u"; use "_s + entry.replacements.join(u" or "_s));
    return u"  %1  %2\n"_s.arg(entry.id.leftJustified(width), words);
}

} // namespace

int listCatalog(Terminal &terminal, const QString &category, bool json, bool names)
{
    const base::Result<ws::Catalog> catalog = ws::Catalog::builtIn();
    if (!catalog) {
        terminal.complain(catalog.error().message);
        return ExitCode::internal;
    }
    QStringList known;
    qsizetype width = 0;
    for (const ws::CatalogCategory &each : catalog->categories())
        known.append(each.id);
    if (!category.isEmpty() && !known.contains(category)) {
        const QString nearest = base::nearestName(category, known);
        terminal.complain(u"there is no category \"%1\"; there are %2%3"_s.arg(
            category, known.join(u", "_s), nearest.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(nearest)));
        return ExitCode::noInput;
    }
    for (const ws::CatalogEntry &entry : catalog->entries())
        width = std::max(width, entry.id.size());
    QJsonArray items;
    QString text;
    for (const ws::CatalogCategory &each : catalog->categories()) {
        if (!category.isEmpty() && each.id != category)
            continue;
        QJsonArray services;
        if (!names)
            text += u"%1%2: %3\n"_s.arg(text.isEmpty() ? QString() : u"\n"_s, each.id, each.description);
        for (const QString &id : each.entries) {
            const ws::CatalogEntry *entry = catalog->find(id);
            services.append(entryJson(*entry));
            text += names ? id + u'\n' : entryText(*entry, width);
        }
        items.append(QJsonObject{{u"id"_s, each.id},
                                 {u"title"_s, each.title},
                                 {u"description"_s, each.description},
                                 {u"services"_s, services}});
    }
    const bool printed = terminal.print(json && !names ? inertJson(QJsonDocument(items)) : text.toUtf8());
    return printed ? ExitCode::ok : terminal.exitCode();
}

} // namespace mediahelm::app
