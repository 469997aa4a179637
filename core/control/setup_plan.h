// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/file_diff.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

// What a workspace is made of, as plain values. Ids are those of the catalog; paths of files are relative to the
// workspace.
namespace mediahelm::control {

struct MachineResources { // 0 where it is not known
    double cpus = 0;
    qint64 memory = 0; // bytes
    qint64 disk = 0; // bytes
};

// A service that the program knows.
struct CatalogService {
    QString id;
    QString name;
    QString description;
    QString docs; // an address; may be empty
    QString image;
    QList<int> ports; // of the host, by default
    QStringList questions; // names of variables without a sensible default
    QStringList secrets; // names of variables that are kept secret, and needed
    QStringList needsOneOf; // ids; does nothing without
    QStringList alternatives; // ids
    QString vpn; // id of the service whose network it should live in; empty for none
    QStringList replacements; // of one that is not kept up any more: ids, or names of others
    QString whyRetired; // empty for one that is kept up
    MachineResources needs;
};

struct CatalogGroup {
    QString id;
    QString title;
    QString description;
    QList<CatalogService> services; // in the order of offering
};

// What lies where a workspace is to be.
struct SetupGround {
    enum class State {
        missing, // no folder: it is made
        empty,
        workspace, // one with a manifest: services are added to it
        occupied, // something else
    };

    State state = State::missing;
    QString folder; // absolute and clean
    QString project; // its name; of a new one the one that was asked for, or one made from the folder's
    QStringList inTheWay; // names, where it is occupied
    QStringList present; // ids of the services that the workspace has
    MachineResources host;
};

struct SetupWish {
    QString folder;
    QString project; // empty: as the ground says
    QStringList services; // ids, the most important first
    QMap<QString, QString> values; // of variables
};

struct SetupFileText {
    QString path;
    QByteArray text;
    std::optional<model::FileChange> change; // of the file that is there; nothing for a new one
};

struct SetupPortChoice {
    QString variable;
    QString service;
    int number = 0;
    int wanted = 0; // by default
    QString takenBy; // who has that one; empty where the service got it
};

struct SetupSecretNeed {
    QString name;
    QString service;
    QString description;
    QString source; // where it is had from; may be empty
    bool required = true;
    bool madeUp = false; // unless it is kept already
};

// Something that has no sensible default.
struct SetupQuestionText {
    QString variable;
    QString service; // the first one that needs it
    QString description;
    QString example;
    QStringList values; // the only ones, where they are few
};

// All that would be written, and what is to be known of it.
struct SetupPlan {
    int number = 0; // for WorkspaceSetup::make()
    QString folder;
    QString project;
    bool extends = false; // a workspace that is there
    QStringList services; // that are added
    QStringList present; // asked for, and there already
    QList<SetupFileText> files;
    QStringList folders; // absolute: those that services mount
    QList<SetupPortChoice> ports;
    QList<SetupSecretNeed> secrets;
    QList<SetupQuestionText> questions; // that are not answered
    QStringList warnings; // English, as findings are
    QString command; // the plain `docker compose` command, to be run in the folder
};

struct SetupOutcome {
    QString folder;
    QString project;
    QStringList files;
    QStringList secretsMade; // names
    QStringList secretsKept; // that were there already, and are left alone
    QStringList secretsGiven;
    bool inKeychain = false; // else in the sealed file
    QStringList warnings; // what is left to be done by hand
};

} // namespace mediahelm::control
