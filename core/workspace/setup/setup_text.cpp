// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/setup/setup_text.h"

#include "core/workspace/env/env_edit.h"

#include <QSet>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype widest = 118;

QSet<QString> sharedOf(const QList<CatalogEntry> &entries)
{
    QSet<QString> names;
    for (const CatalogEntry &entry : entries)
        names.unite(QSet<QString>(entry.sharedVariables.begin(), entry.sharedVariables.end()));
    return names;
}

QByteArray listText(const QString &key, const QStringList &items)
{
    QByteArray text = key.toUtf8() + ":\n";
    for (const QString &item : items)
        text += "  - " + item.toUtf8() + '\n';
    return text;
}

// A default that refers to others is left to the service's own file: a layer does not see what a later one sets.
bool standsAsIs(const QString &value)
{
    return !value.isEmpty() && !value.contains(u'$');
}

QByteArray defaultText(const CatalogVariable &variable)
{
    const QString value = variable.defaultValue.value_or(QString());
    if (standsAsIs(value))
        return assignmentText(variable.name, value, variable.description);
    return commentText(variable.description) + "# " + variable.name.toUtf8() + '='
        + (value.isEmpty() ? variable.example : value).toUtf8() + '\n';
}

} // namespace

QByteArray commentText(const QString &words)
{
    QByteArray text;
    QString line;
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : all) {
        if (!line.isEmpty() && line.size() + word.size() + 3 > widest) {
            text += "# " + line.toUtf8() + '\n';
            line.clear();
        }
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return line.isEmpty() ? text : text + "# " + line.toUtf8() + '\n';
}

QByteArray assignmentText(const QString &name, const QString &value, const QString &description)
{
    const QByteArray comment = commentText(description);
    const base::Result<QByteArray> line = setEnvValue({}, name, value);
    // What no .env file can say has been refused before.
    return comment + (line ? *line : "# " + name.toUtf8() + '\n');
}

QByteArray manifestText(const Setup &setup)
{
    QByteArray text = "# A workspace of Mediahelm, which is one Compose project.\n"
                      "version: 1\n"
                      "name: "
        + setup.project.toUtf8() + "\n\n# Where two set the same variable, the later one counts.\n"
        + listText(u"env_layers"_s, setup.envLayers) + '\n' + listText(u"service_files"_s, setup.serviceFiles);
    if (!setup.secrets.isEmpty()) {
        QStringList names;
        for (const SetupSecret &secret : setup.secrets)
            names.append(secret.name);
        text += "\n# Kept in the secret store, never in a file: mediahelm secrets set NAME\n"
            + listText(u"secrets"_s, names);
    }
    return text + "\nretention:\n  deployment_logs: 50\n";
}

QByteArray baseLayerText(const Catalog &catalog, const QList<CatalogEntry> &entries)
{
    QByteArray text = "# What all services share. local.env wins over it.\n";
    const QSet<QString> used = sharedOf(entries);
    for (const CatalogVariable &variable : catalog.shared()) {
        if (used.contains(variable.name) && !isLocal(variable.name) && !variable.required)
            text += '\n' + defaultText(variable);
    }
    return text + layerText(catalog, u"base.env"_s, entries);
}

QByteArray layerText(const Catalog &catalog, const QString &layer, const QList<CatalogEntry> &entries)
{
    QByteArray text;
    if (layer != "base.env"_L1)
        text = "# The services of these categories. local.env wins over it.\n";
    QSet<QString> said; // a variable of several services stands with the first
    for (const CatalogEntry &entry : entries) {
        const CatalogCategory *category = catalog.categoryOf(entry.id);
        if (!category || category->envLayer != layer)
            continue;
        QByteArray own;
        for (const CatalogVariable &variable : entry.variables) {
            if (variable.required || said.contains(variable.name))
                continue;
            said.insert(variable.name);
            own += defaultText(variable);
        }
        if (!own.isEmpty())
            text += "\n# --- " + entry.name.toUtf8() + "\n" + own;
    }
    return text;
}

QByteArray localText(const QList<LocalValue> &values, const QList<SetupQuestion> &questions)
{
    QByteArray text = "# The values of this workspace. They win over those in defaults/.\n";
    for (const LocalValue &value : values)
        text += '\n' + assignmentText(value.name, value.value, value.comment);
    if (!questions.isEmpty())
        text += "\n# --- To be answered before the services can start: take the '#' away and give your own value.\n";
    for (const SetupQuestion &question : questions)
        text += '\n' + commentText(question.description) + "# " + question.variable.toUtf8() + '='
            + question.example.toUtf8() + '\n';
    return text;
}

bool isLocal(const QString &name)
{
    return name == "PUID"_L1 || name == "PGID"_L1 || name == "TZ"_L1 || name == "HOST_IP"_L1 || name == "DOMAIN"_L1
        || name.endsWith("_PATH"_L1);
}

} // namespace mediahelm::workspace
