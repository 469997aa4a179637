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

// What the checks need of a project's Compose files: variables filled in, aliases and merges followed, `extends` taken
// in, later files laid over earlier ones and included ones added as Compose does, and of everything where it is
// written. Relative paths are of the workspace's folder, whichever file they stand in. Plain values.

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
    std::optional<ModelText> file; // none: the same; a path as it stands there
    QString path; // of that file, from the workspace's folder
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
    std::optional<ModelText> buildContext; // a folder; what is fetched from elsewhere counts as unknown
    bool complete = true; // false: it extends what is in no file that was read
    std::optional<ModelText> image;
    QMap<QString, ModelText> settings; // other keys of one value: container_name, network_mode, pid, restart, ...
    std::optional<ModelHealthCheck> healthCheck;
    std::optional<ModelExtends> extends;
    QList<ModelPort> ports;
    QList<ModelMount> mounts;
    QList<ModelVariable> environment;
    QMap<QString, QList<ModelReference>> references; // "networks", "depends_on", "volumes_from", "links", ...
    QMap<QString, QList<ModelText>> lists; // "devices", "cap_add", "security_opt", "profiles", "env_file", "label_file"
    QList<ModelText> readFiles; // paths: env_file that need not be there, the Dockerfile
    QSet<QString> cleared; // keys tagged !reset or !override: what is below goes; of parts of them "environment/NAME"
    QMap<QString, QSet<QString>> privileges; // x-mediahelm: kind to names, which the user has been told of
    bool imageBringsCheck = false; // x-mediahelm says so
    ModelTag tag = ModelTag::none;
    QList<ModelSource> parts; // the mappings that it is made of, the lowest first

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
    QList<ModelSource> parts; // the values that it is made of, the lowest first
};

// One Compose file.
struct FileModel {
    QString path;
    QString folder; // that its relative paths are of, from the workspace's folder; empty for that itself
    bool isExtended = false; // read for the sake of services that others extend: nothing else of it counts
    YamlDocument document;
    QList<ModelService> services;
    QMap<QString, QMap<QString, ModelDeclaration>> sections; // "networks", "volumes", "configs", "secrets"
    QSet<QString> cleared; // of these, and "services", those that are tagged
};

// What is merged by itself: the files of a project, or those of an entry of `include`.
struct ModelUnit {
    QList<std::shared_ptr<const FileModel>> files; // in the order in which they are merged
    QHash<QString, std::shared_ptr<const FileModel>> extended; // what their services extend, by path
    QList<ModelUnit> included;
    bool complete = true; // false: something of it could not be looked into
};

// A name that is given here and, otherwise, in what is included, which Compose refuses.
struct ModelConflict {
    QString section; // "services"
    QString name;
    ModelSource here;
    ModelSource included;
};

struct ComposeModel {
    QList<std::shared_ptr<const FileModel>> files; // which the nodes belong to
    bool complete = true; // false: further files could not be read, so what is not here may be there
    QList<ModelConflict> conflicts;
    QList<QList<ModelSource>> extendsCycles; // services that extend each other in a circle
    QList<ModelService> services; // in the order in which they are first named
    QHash<QString, qsizetype> index; // of the services, by name
    QMap<QString, QMap<QString, ModelDeclaration>> sections;

    const ModelService *find(const QString &service) const;
    QStringList serviceNames() const;
};

// Where a file is, and how it is read.
struct FileModelPlace {
    QString path;
    QString folder;
    bool isExtended = false;
};

std::shared_ptr<const FileModel> readFileModel(const FileModelPlace &place, const YamlDocument &document,
                                               const ModelVariables &variables);
ComposeModel mergeModels(const ModelUnit &unit);

} // namespace mediahelm::workspace
