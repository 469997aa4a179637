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
                                                   const VariableLookup &lookup, FittingServices *fitting) const
{
    const Instance root = Instance::of(document, lookup);
    const std::optional<Instance> services = root.child(QStringLiteral("services"));
    const QJsonObject all = services ? services->value.toObject() : QJsonObject();
    QSet<QString> known;
    Instance shortened = root;
    if (fitting && !all.isEmpty()) {
        QJsonObject rest = all;
        for (auto it = rest.begin(); it != rest.end(); ++it) {
            const auto before = fitting->constFind(it.key());
            if (before == fitting->constEnd() || *before != it.value())
                continue;
            known.insert(it.key());
            it.value() = QJsonObject(); // fits
        }
        QJsonObject whole = root.value.toObject();
        whole.insert(QStringLiteral("services"), rest);
        shortened.value = whole;
    }
    QList<SchemaFault> faults;
    if (known.isEmpty() || !service().fits(shortened.value))
        faults = service().faults(root);
    if (services) {
        const QList<Instance> each = known.size() == all.size() ? QList<Instance>() : services->children();
        for (const Instance &one : each) {
            const std::optional<Instance> own =
                known.contains(one.key) ? std::nullopt : one.child(QStringLiteral("x-mediahelm"));
            if (own && own->value.isObject())
                faults += extension().faults(*own);
        }
    }
    if (fitting) {
        fitting->clear();
        for (auto it = all.begin(); it != all.end() && faults.isEmpty(); ++it)
            fitting->insert(it.key(), it.value());
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
