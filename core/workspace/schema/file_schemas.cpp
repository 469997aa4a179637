// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/file_schemas.h"

#include <QFile>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <mutex>

// In the global namespace, as rcc asks; the resource of a static library is otherwise dropped by the linker.
static void takeInSchemas()
{
    static const bool done = [] {
        Q_INIT_RESOURCE(mediahelm_schemas);
        return true;
    }();
    Q_UNUSED(done)
}

namespace mediahelm::workspace {

namespace {

// Where a fault is shown: its key or value, or the key where the value has no bytes.
YamlNode shownNode(const SchemaFault &fault)
{
    const Instance &where = fault.where;
    const bool key = where.keyNode && (fault.onKey || !where.node || where.node.whole().isEmpty());
    return key ? where.keyNode : where.node;
}

model::Diagnostic diagnostic(const SchemaFault &fault, const QString &file, const YamlDocument &document)
{
    model::Diagnostic found;
    found.code = fault.code;
    found.file = file;
    found.place = document.place(shownNode(fault));
    found.pointer = fault.where.pointer;
    found.message = fault.message;
    found.fix = fault.fix;
    return found;
}

void append(const QList<SchemaFault> &faults, const QString &file, const YamlDocument &document,
            QList<model::Diagnostic> &diagnostics)
{
    QSet<std::pair<int, QString>> seen; // one node behind several aliases is one fault
    for (const SchemaFault &fault : faults) {
        const std::pair<int, QString> id(shownNode(fault).id(), fault.message);
        if (seen.contains(id))
            continue;
        seen.insert(id);
        diagnostics.append(diagnostic(fault, file, document));
    }
}

// A value as env.schema.json wants it. "08080" is a text, since it is one to whatever reads it.
QJsonValue typed(const QString &text, JsonTypes types)
{
    static const QRegularExpression whole(QStringLiteral("^(0|-?[1-9][0-9]{0,15})\\z"));
    if ((types & (JsonType::integer | JsonType::number)) && whole.match(text).hasMatch())
        return text.toLongLong();
    if (types.testFlag(JsonType::boolean) && (text == u"true" || text == u"false"))
        return text == u"true";
    return text;
}

bool isOfWorkspace(const EnvVariable &variable)
{
    return std::any_of(variable.origins.begin(), variable.origins.end(),
                       [](const EnvOrigin &origin) { return !origin.file.isEmpty(); });
}

struct LazySchema {
    const char *name;
    std::once_flag once;
    std::optional<JsonSchema> schema;

    const JsonSchema &get()
    {
        std::call_once(once, [this] {
            takeInSchemas();
            QFile file(QStringLiteral(":/schemas/%1.schema.json").arg(QLatin1String(name)));
            const bool open = file.open(QIODevice::ReadOnly);
            base::Result<JsonSchema> compiled = JsonSchema::compile(file.readAll(), SchemaOrigin::own);
            if (!open || !compiled.ok())
                qFatal("the schema %s is unusable: %s", name,
                       qPrintable(compiled.ok() ? QString() : compiled.error().message));
            schema = *compiled;
        });
        return *schema;
    }
};

} // namespace

QList<model::Diagnostic> checkYaml(const JsonSchema &schema, const QString &file, const YamlDocument &document,
                                   const VariableLookup &lookup)
{
    QList<model::Diagnostic> diagnostics;
    append(schema.faults(Instance::of(document, lookup)), file, document, diagnostics);
    std::stable_sort(diagnostics.begin(), diagnostics.end());
    return diagnostics;
}

QList<model::Diagnostic> checkVariables(const JsonSchema &schema, const Environment &environment)
{
    const SchemaTree &tree = schema.tree();
    QJsonObject values;
    for (auto it = environment.variables().begin(); it != environment.variables().end(); ++it) {
        if (it->value.isEmpty() || !isOfWorkspace(*it))
            continue;
        const int known = tree.schemaOfKey(tree.root(), it.key());
        values.insert(it.key(), typed(it->value, known < 0 ? JsonTypes() : tree.resolved(known).types));
    }
    QList<model::Diagnostic> diagnostics;
    const QList<SchemaFault> faults = schema.faults(Instance::of(values));
    for (const SchemaFault &fault : faults) {
        model::Diagnostic found;
        found.code = fault.code;
        found.message = fault.message;
        found.place.line = 0;
        const QList<EnvOrigin> origins = environment.variables().value(fault.where.key).origins;
        if (!origins.isEmpty()) {
            found.file = origins.last().file;
            found.place = origins.last().place;
        }
        diagnostics.append(found);
    }
    std::stable_sort(diagnostics.begin(), diagnostics.end());
    return diagnostics;
}

struct FileSchemas::Kept {
    LazySchema service{"service", {}, {}};
    LazySchema extension{"x-mediahelm", {}, {}};
    LazySchema manifest{"mediahelm", {}, {}};
    LazySchema variables{"env", {}, {}};
};

FileSchemas::FileSchemas()
    : m_kept(std::make_unique<Kept>())
{
}

FileSchemas::~FileSchemas() = default;

const JsonSchema &FileSchemas::service() const
{
    return m_kept->service.get();
}

const JsonSchema &FileSchemas::extension() const
{
    return m_kept->extension.get();
}

const JsonSchema &FileSchemas::manifest() const
{
    return m_kept->manifest.get();
}

const JsonSchema &FileSchemas::variables() const
{
    return m_kept->variables.get();
}

QList<model::Diagnostic> FileSchemas::checkService(const QString &file, const YamlDocument &document,
                                                   const VariableLookup &lookup) const
{
    const Instance root = Instance::of(document, lookup);
    QList<SchemaFault> faults = service().faults(root);
    if (root.value.toObject().contains(QStringLiteral("services"))) {
        const QList<Instance> parts = root.children();
        for (const Instance &part : parts) {
            const QList<Instance> services = part.key == u"services" ? part.children() : QList<Instance>();
            for (const Instance &one : services) {
                const QList<Instance> pairs = one.children();
                for (const Instance &pair : pairs) {
                    if (pair.key == u"x-mediahelm" && pair.value.isObject())
                        faults += extension().faults(pair);
                }
            }
        }
    }
    QList<model::Diagnostic> diagnostics;
    append(faults, file, document, diagnostics);
    std::stable_sort(diagnostics.begin(), diagnostics.end());
    return diagnostics;
}

QList<model::Diagnostic> FileSchemas::checkManifest(const QString &file, const YamlDocument &document) const
{
    return checkYaml(manifest(), file, document);
}

QList<model::Diagnostic> FileSchemas::checkVariables(const Environment &environment) const
{
    return workspace::checkVariables(variables(), environment);
}

} // namespace mediahelm::workspace
