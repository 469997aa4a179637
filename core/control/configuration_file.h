// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_place.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

// The files of an open workspace, as plain values. Paths are relative to its folder and use '/'.
namespace mediahelm::control {

enum class FileKind {
    manifest, // mediahelm.yaml
    env, // a layer of variables
    compose, // a Compose file
    alerts, // alert rules
    handedOver, // handed to services as it is: templates/
    schema, // the workspace's own JSON schemas
};

struct ConfigurationFile {
    QString path;
    FileKind kind = FileKind::compose;

    friend bool operator==(const ConfigurationFile &, const ConfigurationFile &) = default;
};

// What a workspace is, as of the last look at its folder.
struct ConfigurationFacts {
    QString folder; // absolute
    QString name; // of the Compose project
    QString command; // the plain `docker compose` command, quoted for a POSIX shell, to be run in the folder
    QList<ConfigurationFile> files; // by kind, then in the order that counts: the weakest layer first
    QStringList secrets; // names of variables whose values are kept elsewhere

    friend bool operator==(const ConfigurationFacts &, const ConfigurationFacts &) = default;
};

// A file as it was read.
struct FileText {
    QByteArray bytes;
    QByteArray digest; // of the bytes, see textDigest()
    bool isUtf8 = true; // else it is shown and not edited
};

// SHA-256, what saving compares.
QByteArray textDigest(const QByteArray &bytes);

// Work that was not saved when the program ended.
struct Draft {
    QString path;
    QByteArray bytes;
    QByteArray base; // digest of the file that it was made from
    QDateTime at; // UTC
    bool withoutSecrets = false; // the values of secrets were left out of it

    friend bool operator==(const Draft &, const Draft &) = default;
};

// Three texts of one file made into one.
struct MergedText {
    QByteArray bytes; // a conflict stands between "<<<<<<<" and ">>>>>>>" in it
    int conflicts = 0;
};

} // namespace mediahelm::control
