// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/model_port.h"
#include "core/workspace/checks/model_text.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>

namespace mediahelm::workspace {

// What the checks need of a project's Compose files: variables filled in, aliases and merges followed, `extends`
// within the files taken in, later files laid over earlier ones as Compose does, and of everything where it is written.
// Plain values.

struct ModelMount {
    enum class Kind { bind, volume, anonymous, other };

    Kind kind = Kind::other;
    QString from; // path, or name of the volume
    QString target;
    bool readOnly = false;
    bool makesFolder = true; // what is not there is made by the engine, as root
    bool known = true;
    ModelSource source;
};

struct ModelVariable {
    QString name;
    std::optional<ModelText> value; // none: taken from the environment of the process
    ModelSource source; // of the pair or item
};

// Another part of the project by its name.
struct ModelReference {
    ModelText name;
    QString condition; // of depends_on
    bool required = true;
    bool isItem = true; // of a list, or a value: no key
};

struct ModelExtends {
    ModelText service;
    QString file; // empty: the same
};

struct ModelHealthCheck {
    bool disabled = false;
    ModelSource source;
};

struct ModelService {
    QString name;
    ModelSource key; // where it is first named
    bool builds = false;
    bool complete = true; // false: it extends what is in no file that was read
    std::optional<ModelText> image;
    QMap<QString, ModelText> settings; // other keys of one value: container_name, network_mode, pid, restart, ...
    std::optional<ModelHealthCheck> healthCheck;
    std::optional<ModelExtends> extends;
    QList<ModelPort> ports;
    QList<ModelMount> mounts;
    QList<ModelVariable> environment;
    QMap<QString, QList<ModelReference>> references; // "networks", "depends_on", "volumes_from", "links", ...
    QMap<QString, QList<ModelText>> lists; // "devices", "cap_add", "security_opt", "profiles", "env_file"
    QSet<QString> cleared; // keys tagged !reset or !override: what is below goes
    QMap<QString, QSet<QString>> privileges; // x-mediahelm: kind to names, which the user has been told of
    bool imageBringsCheck = false; // x-mediahelm says so

    const ModelText *setting(const QString &wanted) const;
    // Containers asked for: scale, or deploy.replicas.
    int count() const;
    // "x" of network_mode: service:x, of pid and ipc likewise; empty for none.
    QString serviceOf(const QString &modeKey) const;
};

struct ModelDeclaration {
    ModelSource key;
    bool external = false;
    std::optional<ModelText> path; // "file" of a config or a secret
};

// One Compose file.
struct FileModel {
    QString path;
    YamlDocument document;
    bool includes = false; // names further files, which are not read
    QList<ModelService> services;
    QMap<QString, QMap<QString, ModelDeclaration>> sections; // "networks", "volumes", "configs", "secrets"
};

struct ComposeModel {
    QList<std::shared_ptr<const FileModel>> files; // which the nodes belong to
    bool complete = true; // false: further files are included, so what is not here may be there
    QList<ModelService> services; // in the order in which they are first named
    QHash<QString, qsizetype> index; // of the services, by name
    QMap<QString, QMap<QString, ModelDeclaration>> sections;

    const ModelService *find(const QString &service) const;
    QStringList serviceNames() const;
};

std::shared_ptr<const FileModel> readFileModel(const QString &path, const YamlDocument &document,
                                               const ModelVariables &variables);
ComposeModel mergeModels(const QList<std::shared_ptr<const FileModel>> &files);

} // namespace mediahelm::workspace
