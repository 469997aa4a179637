// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/form_fields.h"

#include <optional>

namespace mediahelm::control {

namespace {

struct Wanted {
    FormSection section;
    const char *path; // parts with '/' between
    bool isUsual = true;
    std::optional<FieldKind> kind = {}; // else as the schema says
};

QList<Wanted> wantedFields()
{
    using S = FormSection;
    return {
        {S::general, "image"},
        {S::general, "container_name"},
        {S::general, "restart"},
        {S::general, "user"},
        {S::general, "depends_on", false, FieldKind::texts},
        {S::general, "profiles", false},
        {S::general, "pull_policy", false},
        {S::general, "init", false},
        {S::general, "stop_grace_period", false},
        {S::network, "ports", true, FieldKind::ports},
        {S::network, "network_mode"},
        {S::network, "networks", false, FieldKind::texts},
        {S::network, "hostname", false},
        {S::network, "expose", false, FieldKind::texts},
        {S::storage, "volumes", true, FieldKind::mounts},
        {S::storage, "read_only", false},
        {S::environment, "environment", true, FieldKind::pairs},
        {S::environment, "env_file", false, FieldKind::texts},
        {S::health, "healthcheck/test"},
        {S::health, "healthcheck/interval"},
        {S::health, "healthcheck/timeout"},
        {S::health, "healthcheck/retries"},
        {S::health, "healthcheck/start_period"},
        {S::health, "healthcheck/disable"},
        {S::resources, "cpus"},
        {S::resources, "mem_limit"},
        {S::resources, "mem_reservation"},
        {S::resources, "pids_limit", false},
        {S::resources, "shm_size", false},
        {S::resources, "deploy/resources/limits/cpus", false},
        {S::resources, "deploy/resources/limits/memory", false},
        {S::resources, "deploy/resources/reservations/cpus", false},
        {S::resources, "deploy/resources/reservations/memory", false},
        {S::devices, "devices", true, FieldKind::devices},
        {S::devices, "group_add", false, FieldKind::texts},
        {S::devices, "cap_add", false, FieldKind::texts},
        {S::devices, "privileged", false},
        {S::labels, "labels", true, FieldKind::pairs},
        {S::mediahelm, "x-mediahelm/name"},
        {S::mediahelm, "x-mediahelm/category"},
        {S::mediahelm, "x-mediahelm/description"},
        {S::mediahelm, "x-mediahelm/docs"},
        {S::mediahelm, "x-mediahelm/web/scheme", false},
        {S::mediahelm, "x-mediahelm/web/port"},
        {S::mediahelm, "x-mediahelm/web/path"},
        {S::mediahelm, "x-mediahelm/health/kind"},
        {S::mediahelm, "x-mediahelm/health/scheme", false},
        {S::mediahelm, "x-mediahelm/health/port"},
        {S::mediahelm, "x-mediahelm/health/path"},
        {S::mediahelm, "x-mediahelm/health/start_period", false},
        {S::mediahelm, "x-mediahelm/health/inside"},
        {S::mediahelm, "x-mediahelm/backup/paths"},
        {S::mediahelm, "x-mediahelm/backup/stop"},
        {S::mediahelm, "x-mediahelm/recovery/action"},
    };
}

FieldKind kindOf(const SchemaShape &shape)
{
    if (shape.isBoolean)
        return FieldKind::boolean;
    if (!shape.values.isEmpty())
        return FieldKind::choice;
    if (shape.isList && !shape.isText)
        return FieldKind::texts;
    return shape.isNumber ? FieldKind::number : FieldKind::text;
}

// "Health check: Interval" says more than "Interval" where the section does not say it already.
QString titleOf(const SchemaGuide &guide, const QStringList &path, FormSection section)
{
    const QStringList service{QStringLiteral("services"), QStringLiteral("any")};
    const QString own = guide.about(FileKind::compose, service + path).title;
    const bool deep = path.size() > 2 || (path.size() == 2 && section == FormSection::resources);
    if (!deep)
        return own;
    const QString around = guide.about(FileKind::compose, service + path.mid(0, path.size() - 1)).title;
    return around.isEmpty() ? own : QStringLiteral("%1: %2").arg(around, own);
}

} // namespace

QList<FormFieldKind> formFields(const SchemaGuide &guide)
{
    QList<FormFieldKind> fields;
    const QList<Wanted> wanted = wantedFields();
    for (const Wanted &each : wanted) {
        FormFieldKind kind;
        kind.path = QString::fromLatin1(each.path).split(u'/');
        kind.isUsual = each.isUsual;
        const QStringList path = QStringList{QStringLiteral("services"), QStringLiteral("any")} + kind.path;
        const SchemaWords words = guide.about(FileKind::compose, path);
        const SchemaShape shape = guide.shape(FileKind::compose, path);
        kind.mayBeList = shape.isList;
        kind.field.section = each.section;
        kind.field.kind = each.kind.value_or(kindOf(shape));
        kind.field.title = titleOf(guide, kind.path, each.section);
        kind.field.documentation = words.documentation;
        kind.field.examples = words.examples;
        kind.field.values = shape.values;
        kind.field.isOpen = shape.isOpen;
        kind.field.least = shape.least;
        kind.field.most = shape.most;
        fields.append(kind);
    }
    return fields;
}

int columnsOf(FieldKind kind)
{
    switch (kind) {
    case FieldKind::texts: return 1;
    case FieldKind::pairs: return 2;
    case FieldKind::ports: return 4;
    case FieldKind::mounts:
    case FieldKind::devices: return 3;
    default: return 0;
    }
}

} // namespace mediahelm::control
