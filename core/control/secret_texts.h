// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/text_help.h"

#include <QByteArray>
#include <QList>
#include <QString>

// What the files of a workspace say of its secrets: plain values.
namespace mediahelm::control {

// How a secret is made up that nobody needs to know.
struct SecretRecipe {
    bool isHex = false; // else letters and digits
    int length = 32; // characters

    friend bool operator==(const SecretRecipe &, const SecretRecipe &) = default;
};

struct SecretUse {
    QString file;
    model::Span span; // of the reference's value, in its file

    friend bool operator==(const SecretUse &, const SecretUse &) = default;
};

// A name in the manifest's list of secrets.
struct ListedSecret {
    QString name;
    QString description; // from a service file
    QList<SecretUse> uses;
    bool inEnvironment = false; // of this program, which wins over what is kept
    SecretRecipe recipe;

    friend bool operator==(const ListedSecret &, const ListedSecret &) = default;
};

// A secret whose value stands in a file for everyone who can read it. Never the value.
struct PlainSecret {
    QString variable; // as the file calls it
    QString file;
    QString pointer; // of the value in a Compose file; empty in a file of variables
    model::Place place;

    friend bool operator==(const PlainSecret &, const PlainSecret &) = default;
};

struct WorkspaceSecrets {
    QList<ListedSecret> listed; // by name
    QList<PlainSecret> plain; // by file and place
    bool canList = true; // there is a manifest
};

// What moving a plain secret out of its file takes. Holds the value: whoever gets it wipes it.
struct SecretMove {
    struct Text {
        QString file;
        QByteArray before; // that the move was made for
        QByteArray after;
    };

    QString name; // under which it is to be kept
    QByteArray value;
    QList<Text> texts; // of the manifest, and of the file
};

} // namespace mediahelm::control
