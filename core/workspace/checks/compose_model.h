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

// What a later file says of what is below it: it goes.
enum class ModelTag {
    none,
    reset, // "!reset": and nothing comes instead
    replaced, // "!override"
};

// Another part of the project by its name.
struct ModelReference {
    ModelText name;
    QString target; // of a config or secret: where it is in the container
    QString condition; // of depends_on
    std::optional<bool> required; // where it says so
    bool isItem = true; // of a list, or a value: no key
};

struct ModelExtends {
    ModelText service;
    QString file; // empty: the same
};

struct ModelHealthCheck {
    std::optional<bool> disable; // where it says so
    std::optional<bool> noTest; // where it has a test: whether that is NONE
    ModelSource source; // of what disables it, or of all of it

    bool disabled() const { return disable.value_or(false) || noTest.value_or(false); }
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
    QSet<QString> cleared; // keys tagged !reset or !override: what is below goes; of parts of them "environment/NAME"
    QMap<QString, QSet<QString>> privileges; // x-mediahelm: kind to names, which the user has been told of
    bool imageBringsCheck = false; // x-mediahelm says so
    ModelTag tag = ModelTag::none;

    const ModelText *setting(const QString &wanted) const;
    // Containers asked for: scale, or deploy.replicas.
    int count() const;
    // "x" of network_mode: service:x, of pid and ipc likewise; empty for none.
    QString serviceOf(const QString &modeKey) const;
};

struct ModelDeclaration {
    ModelSource key;
    std::optional<bool> external; // where it says so
    std::optional<ModelText> path; // "file" of a config or a secret
    ModelTag tag = ModelTag::none;
};

// One Compose file.
struct FileModel {
    QString path;
    YamlDocument document;
    bool includes = false; // names further files, which are not read
    QList<ModelService> services;
    QMap<QString, QMap<QString, ModelDeclaration>> sections; // "networks", "volumes", "configs", "secrets"
    QSet<QString> cleared; // of these, and "services", those that are tagged
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
