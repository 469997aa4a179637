// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mediahelm::workspace {

// What the catalog knows of a variable. A plain value, as are all below.
struct CatalogVariable {
    QString name;
    QString description;
    QString type; // "port", "path", "id", ...; empty for any text
    std::optional<QString> defaultValue; // may refer to other variables
    QStringList values; // the only ones, where they are few
    QString example;
    bool required = false; // has no sensible default
    bool wellKnown = false; // a port that clients expect at this very number

    friend bool operator==(const CatalogVariable &, const CatalogVariable &) = default;
};

// How a secret that nobody needs to know is made.
struct SecretForm {
    enum class Alphabet { alphanumeric, hex };

    Alphabet alphabet = Alphabet::alphanumeric;
    int length = 0; // characters

    friend bool operator==(const SecretForm &, const SecretForm &) = default;
};

struct CatalogSecret {
    QString name; // of the variable
    QString description;
    QString source; // where it is had from, an address; may be empty
    bool required = true;
    std::optional<SecretForm> form; // it can be made up

    friend bool operator==(const CatalogSecret &, const CatalogSecret &) = default;
};

// A variable that says on which port of the host something is published.
struct CatalogPort {
    QString variable;
    int number = 0; // by default
    QStringList protocols; // "tcp", "udp"
    bool wellKnown = false;

    friend bool operator==(const CatalogPort &, const CatalogPort &) = default;
};

struct CatalogTemplate {
    QString path; // in the workspace: "templates/caddy/Caddyfile"
    QString description;

    friend bool operator==(const CatalogTemplate &, const CatalogTemplate &) = default;
};

struct CatalogFolder {
    QString path; // of the host, with references to variables
    QString owner; // "1000:1000" where it is neither the service's user nor PUID and PGID; else empty

    friend bool operator==(const CatalogFolder &, const CatalogFolder &) = default;
};

// An entry of the catalog: a Compose file with one service, or with one and those that only serve it.
struct CatalogEntry {
    QString id; // of the entry and its main service: "nginx-proxy-manager"
    QString name; // "Nginx Proxy Manager"
    QString category;
    QString description;
    QString docs;
    QString image; // of the main service
    QStringList services; // all, the main one first
    QList<CatalogVariable> variables; // its own
    QStringList sharedVariables; // those of all services that it refers to
    QList<CatalogSecret> secrets;
    QList<CatalogPort> ports;
    QList<CatalogTemplate> templates;
    QList<CatalogFolder> folders; // that it mounts
    double cpus = 0; // asked for, of all its services
    qint64 memory = 0; // bytes, likewise
    qint64 disk = 0; // bytes, likewise
    QStringList needsOneOf; // ids; does nothing without
    QStringList alternatives; // ids
    QString vpnParent; // id of the entry whose network it may live in; empty for none
    bool vpnRecommended = false; // it should
    QString lifecycle; // "active", "merged", "retired", "archived"
    QString lifecycleReason;
    QStringList replacements; // ids, or names of what is not in the catalog
    QByteArray bytes; // the file

    QString path() const { return QStringLiteral("services/%1.yaml").arg(id); }
    bool active() const { return lifecycle == QLatin1String("active"); }
};

struct CatalogCategory {
    QString id;
    QString title;
    QString description;
    QString envLayer; // "media-services.env"
    QStringList entries; // ids, in the order in which they are offered
};

} // namespace mediahelm::workspace
