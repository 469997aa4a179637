// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/import/compose_text.h"
#include "core/workspace/import/import_container.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace mediahelm::workspace {

// What is known while one container becomes a service. Private to core/workspace/import.
struct Importing {
    QJsonObject container; // the whole inspection
    QJsonObject config;
    QJsonObject host; // HostConfig
    QJsonObject image; // Config of the image
    ImportContext context;
    ServiceText text;
    QSet<QString> externalNetworks;
    QSet<QString> externalVolumes;
    ImportedService result;

    // "container:ID" and "ID" with the container's name, where it is known.
    QString named(const QString &idOrName) const;
};

QStringList textsOf(const QJsonValue &value); // of an array; none for null
ServiceText::Pairs pairsOf(const QJsonObject &object);

// Each writes its keys; what needs the image leaves out what that says already.
void writeProcess(Importing &to); // command, entrypoint, user, ...
void writeEnvironment(Importing &to);
void writeLabels(Importing &to);
void writeHealthCheck(Importing &to);
void writeNetworks(Importing &to);
void writePorts(Importing &to);
void writeMounts(Importing &to);
void writePrivileges(Importing &to); // capabilities, devices, namespaces, ...
void writeLimits(Importing &to);
void writeSystem(Importing &to); // dns, sysctls, logging, restart, ...

} // namespace mediahelm::workspace
