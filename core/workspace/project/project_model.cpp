// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/project_model.h"

#include "core/workspace/project/references.h"
#include "core/workspace/project/validation.h"
#include "core/workspace/yaml/yaml_reader.h"

namespace mediahelm::workspace {

namespace {

class UnitReader
{
public:
    explicit UnitReader(const Workspace &workspace)
        : m_secrets(workspace.secrets.begin(), workspace.secrets.end())
    {
    }

    ModelUnit read(const ComposeUnit &unit, const Environment &environment) const
    {
        ModelUnit models;
        models.complete = unit.complete;
        for (const ComposeFile &file : unit.composeFiles) {
            if (const auto model = modelOf(file, {file.path, unit.folder, false}, environment))
                models.files.append(model);
            else
                models.complete = false;
        }
        for (const ExtendedFile &extended : unit.extended) {
            const QString &path = extended.file.path;
            if (const auto model = modelOf(extended.file, {path, folderOfFile(path), true}, environment))
                models.extended.insert(path, model);
        }
        for (const Inclusion &inclusion : unit.inclusions)
            models.included.append(read(inclusion, environmentOf(inclusion, environment)));
        return models;
    }

private:
    std::shared_ptr<const FileModel> modelOf(const ComposeFile &file, const FileModelPlace &place,
                                             const Environment &environment) const
    {
        const YamlDocument document = file.document.isNull() ? readYaml(file.bytes).document : file.document;
        return document.isNull() ? nullptr : readFileModel(place, document, {environment.lookup(), m_secrets});
    }

    const QSet<QString> m_secrets;
};

} // namespace

ComposeModel projectModelOf(const Workspace &workspace, const QMap<QString, QString> &process)
{
    return mergeModels(UnitReader(workspace).read(workspace, environmentOf(workspace, process)));
}

} // namespace mediahelm::workspace
