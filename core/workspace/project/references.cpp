// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/references.h"

#include "core/workspace/checks/checks.h"
#include "core/workspace/project/validation.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using model::Severity;

namespace {

constexpr int deepestNesting = 20;
constexpr int mostFiles = 200;
constexpr qsizetype mostBytes = 16 * 1024 * 1024;

// What Compose fetches from elsewhere: a git repository or an OCI artifact.
bool isRemote(const QString &path)
{
    const qsizetype colon = path.indexOf(u':');
    return path.contains("://"_L1) || path.startsWith("github.com/"_L1)
        || (colon > 0 && path.first(colon).contains(u'@') && !path.first(colon).contains(u'/'));
}

QString joined(const QString &folder, const QString &path)
{
    if (path.startsWith(u'/'))
        return QDir::cleanPath(path);
    return QDir::cleanPath(folder.isEmpty() ? path : folder + u'/' + path);
}

// An entry of `include` on the way to where we are.
struct Step {
    QString file;
    QString includer; // empty for the project's own
    int line = 0;
};

class Reader
{
public:
    Reader(const WorkspaceFiles &files, Workspace &workspace, ReferenceMemory &memory)
        : m_files(files)
        , m_workspace(workspace)
        , m_memory(memory)
    {
    }

    void read(ComposeUnit &unit, const Environment &environment, QList<Step> &way)
    {
        QList<std::pair<QString, IncludeEntry>> entries; // with the file that has them
        for (ComposeFile &file : unit.composeFiles) {
            const ReferenceMemory::Kept &kept = m_memory.of(file.path, file.bytes);
            file.document = kept.document;
            const FileReferences references = kept.references;
            if (references.includeTag != ModelTag::none)
                entries.clear();
            for (const IncludeEntry &entry : references.includes)
                entries.append({file.path, entry});
            for (auto it = references.extends.begin(); it != references.extends.end(); ++it)
                follow(unit, environment, file.path, references, it.key());
        }
        for (const auto &[includer, entry] : std::as_const(entries)) {
            if (std::optional<Inclusion> inclusion = include(unit, environment, includer, entry, way))
                unit.inclusions.append(*std::move(inclusion));
            else
                unit.complete = false;
        }
    }

private:
    void note(Severity severity, const QString &code, const QString &file, const ReferenceText &at,
              const QString &message)
    {
        m_workspace.referenceFindings.append({severity, code, file, at.place, at.pointer, message, std::nullopt});
    }

    // The path with its variables, from the workspace's folder; none where it cannot be told, or is not looked into.
    std::optional<QString> pathOf(const QString &folder, const Environment &environment, const QString &file,
                                  const ReferenceText &at)
    {
        const Expansion expansion = expandVariables(at.text, environment.lookup());
        const bool isSecret = std::ranges::any_of(
            expansion.uses, [this](const VariableUse &use) { return m_workspace.secrets.contains(use.name); });
        if (!expansion.ok() || isSecret || expansion.text.isEmpty())
            return std::nullopt; // of the variable it is told anyway
        if (isRemote(expansion.text)) {
            note(Severity::hint, u"include-not-read"_s, file, at,
                 u"%1 is fetched by Compose from elsewhere, and not looked into here"_s.arg(shownName(at.text)));
            return std::nullopt;
        }
        return joined(folder, expansion.text);
    }

    std::optional<QByteArray> bytesOf(const QString &path, const QString &file, const ReferenceText &at)
    {
        if (m_read >= mostFiles || m_size >= mostBytes) {
            note(Severity::warning, u"include-not-read"_s, file, at,
                 u"%1 is not looked into: more is included here than this program reads"_s.arg(shownName(path)));
            return std::nullopt;
        }
        const base::Result<QByteArray> bytes = m_files.read(path);
        if (bytes) {
            ++m_read;
            m_size += bytes->size();
            return *bytes;
        }
        if (bytes.error().kind == ErrorKind::notFound)
            note(Severity::error, u"file-missing"_s, file, at,
                 u"there is no %1, which this names; make it, or mend the path"_s.arg(shownName(path)));
        else
            note(Severity::error, u"include-not-read"_s, file, at,
                 u"%1 cannot be read: see that it is a file, of at most 4 MiB, that you may read"_s.arg(
                     shownName(path)));
        return std::nullopt;
    }

    // The chain of services that one extends, as far as it leads into other files.
    void follow(ComposeUnit &unit, const Environment &environment, QString path, FileReferences references,
                QString service)
    {
        QString folder = unit.folder;
        QSet<QString> met;
        while (!met.contains(path + u'\n' + folder + u'\n' + service)) {
            met.insert(path + u'\n' + folder + u'\n' + service);
            const auto extends = references.extends.constFind(service);
            if (extends == references.extends.constEnd())
                return;
            const QString base = extends->service;
            if (extends->file) {
                const ReferenceText at = *extends->file;
                const std::optional<QString> target = pathOf(folder, environment, path, at);
                const ComposeFile *file = target ? extendedFile(unit, *target, base, path, at) : nullptr;
                if (!file)
                    return;
                references = m_memory.of(file->path, file->bytes).references;
                path = file->path;
                folder = folderOfFile(path);
            } else {
                noteService(unit, path, base);
            }
            service = base;
        }
    }

    static void noteService(ComposeUnit &unit, const QString &path, const QString &service)
    {
        for (ExtendedFile &known : unit.extended) {
            if (known.file.path == path)
                known.services.insert(service);
        }
    }

    const ComposeFile *extendedFile(ComposeUnit &unit, const QString &path, const QString &service, const QString &file,
                                    const ReferenceText &at)
    {
        const auto known = std::ranges::find(unit.extended, path, [](const auto &one) { return one.file.path; });
        if (known != unit.extended.end()) {
            known->services.insert(service);
            return &known->file;
        }
        const std::optional<QByteArray> bytes = bytesOf(path, file, at);
        if (!bytes)
            return nullptr;
        unit.extended.append(ExtendedFile{{path, *bytes, m_memory.of(path, *bytes).document}, {service}});
        return &unit.extended.last().file;
    }

    // Whether Compose would come back to where it is already.
    bool isCircle(const QString &includer, const IncludeEntry &entry, const QString &path, const QList<Step> &way)
    {
        const auto met = std::ranges::find(way, path, &Step::file);
        if (met == way.end())
            return false;
        QStringList steps;
        for (auto step = met + 1; step != way.end(); ++step)
            steps.append(
                u"%1:%2 includes %3"_s.arg(shownName(step->includer)).arg(step->line).arg(shownName(step->file)));
        steps.append(u"%1:%2 includes %3"_s.arg(shownName(includer)).arg(entry.entry.place.line).arg(shownName(path)));
        note(Severity::error, u"include-cycle"_s, includer, entry.entry,
             u"files include each other in a circle: %1; take one of the entries out"_s.arg(steps.join(u", ")));
        return true;
    }

    std::optional<Inclusion> include(const ComposeUnit &unit, const Environment &environment, const QString &includer,
                                     const IncludeEntry &entry, QList<Step> &way)
    {
        Inclusion inclusion;
        inclusion.includer = includer;
        inclusion.pointer = entry.entry.pointer;
        QStringList paths;
        for (const ReferenceText &at : entry.paths) {
            const std::optional<QString> path = pathOf(unit.folder, environment, includer, at);
            if (!path)
                return std::nullopt;
            paths.append(*path);
        }
        if (isCircle(includer, entry, paths.first(), way))
            return std::nullopt;
        if (way.size() > deepestNesting) {
            note(Severity::warning, u"include-not-read"_s, includer, entry.entry,
                 u"%1 is not looked into: it is included through more than %2 files"_s.arg(shownName(paths.first()))
                     .arg(deepestNesting));
            return std::nullopt;
        }
        inclusion.folder = folderOfFile(paths.first());
        if (entry.folder) {
            const std::optional<QString> folder = pathOf(unit.folder, environment, includer, *entry.folder);
            if (!folder)
                return std::nullopt;
            inclusion.folder = *folder == u"." ? QString() : *folder;
        }
        if (!readLayers(unit, environment, includer, entry, inclusion))
            return std::nullopt;
        for (qsizetype i = 0; i < paths.size(); ++i) {
            const std::optional<QByteArray> bytes = bytesOf(paths.at(i), includer, entry.paths.at(i));
            if (!bytes)
                return std::nullopt;
            inclusion.composeFiles.append({paths.at(i), *bytes});
        }
        way.append({paths.first(), includer, entry.entry.place.line});
        read(inclusion, environmentOf(inclusion, environment), way);
        way.removeLast();
        return inclusion;
    }

    // Those that are named, or the .env of its folder.
    bool readLayers(const ComposeUnit &unit, const Environment &environment, const QString &includer,
                    const IncludeEntry &entry, Inclusion &inclusion)
    {
        if (!entry.envFiles || entry.envFiles->isEmpty()) {
            const QString path = joined(inclusion.folder, u".env"_s);
            if (const base::Result<QByteArray> bytes = m_files.read(path))
                inclusion.envLayers.append({path, *bytes});
            return true;
        }
        for (const ReferenceText &at : *entry.envFiles) {
            const std::optional<QString> path = pathOf(unit.folder, environment, includer, at);
            const std::optional<QByteArray> bytes = path ? bytesOf(*path, includer, at) : std::nullopt;
            if (!bytes)
                return false;
            inclusion.envLayers.append({*path, *bytes});
        }
        return true;
    }

    const WorkspaceFiles &m_files;
    Workspace &m_workspace;
    ReferenceMemory &m_memory;
    int m_read = 0;
    qsizetype m_size = 0;
};

template<typename Visit>
void visitInclusions(const ComposeUnit &unit, const Visit &visit)
{
    for (const Inclusion &inclusion : unit.inclusions) {
        visit(inclusion);
        visitInclusions(inclusion, visit);
    }
}

} // namespace

const ReferenceMemory::Kept &ReferenceMemory::of(const QString &path, const QByteArray &bytes)
{
    Kept &kept = m_kept[path];
    kept.used = true;
    if (kept.bytes == bytes && !kept.bytes.isNull())
        return kept;
    const YamlReading reading = mayRefer(bytes) ? readYaml(bytes) : YamlReading();
    kept = {bytes, reading.document, referencesIn(reading.document), true};
    return kept;
}

void ReferenceMemory::forget()
{
    m_kept.removeIf([](const auto &kept) { return !kept->used; });
    for (Kept &kept : m_kept)
        kept.used = false;
}

void readReferences(const WorkspaceFiles &files, const QMap<QString, QString> &process, Workspace &workspace,
                    ReferenceMemory *memory)
{
    workspace.extended.clear();
    workspace.inclusions.clear();
    workspace.referenceFindings.clear();
    workspace.complete = true;
    ReferenceMemory own;
    ReferenceMemory &kept = memory ? *memory : own;
    const bool any =
        std::ranges::any_of(workspace.composeFiles, [](const ComposeFile &file) { return mayRefer(file.bytes); });
    if (any) {
        QList<Step> way{{workspace.composeFiles.constFirst().path, {}, 0}};
        Reader(files, workspace, kept).read(workspace, environmentOf(workspace, process), way);
    }
    kept.forget();
}

QString folderOfFile(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    return folder == u"." ? QString() : folder;
}

Environment environmentOf(const Inclusion &inclusion, const Environment &ofIncluder)
{
    QMap<QString, QString> outer;
    const QMap<QString, EnvVariable> &variables = ofIncluder.variables();
    for (auto it = variables.begin(); it != variables.end(); ++it)
        outer.insert(it.key(), it->value);
    return Environment::resolve(inclusion.envLayers, outer);
}

QList<ComposeFile> referredFiles(const Workspace &workspace)
{
    QList<ComposeFile> found;
    QSet<QString> paths;
    for (const ComposeFile &file : workspace.composeFiles)
        paths.insert(file.path);
    const auto add = [&](const ComposeFile &file) {
        if (!paths.contains(file.path))
            found.append(file);
        paths.insert(file.path);
    };
    const auto addExtended = [&](const ComposeUnit &unit) {
        for (const ExtendedFile &extended : unit.extended)
            add(extended.file);
    };
    visitInclusions(workspace, [&](const Inclusion &inclusion) {
        std::ranges::for_each(inclusion.composeFiles, add);
        addExtended(inclusion);
    });
    addExtended(workspace);
    return found;
}

QList<EnvLayer> referredLayers(const Workspace &workspace)
{
    QList<EnvLayer> found;
    QSet<QString> paths;
    for (const EnvLayer &layer : workspace.envLayers)
        paths.insert(layer.path);
    visitInclusions(workspace, [&](const Inclusion &inclusion) {
        for (const EnvLayer &layer : inclusion.envLayers) {
            if (!paths.contains(layer.path))
                found.append(layer);
            paths.insert(layer.path);
        }
    });
    return found;
}

} // namespace mediahelm::workspace
