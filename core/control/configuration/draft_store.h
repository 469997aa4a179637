// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/configuration_file.h"

#include <QStringList>

namespace mediahelm::control {

// Work that was not saved, kept durably for the next start: a 0600 file for each file of a workspace, in a 0700 folder
// of the state folder. Owned by the desk; one thread, the disk's time.
class DraftStore
{
public:
    // `folder` is where all drafts are; empty: none are kept.
    DraftStore(const QString &folder, const QString &workspace);

    // Errors: io, invalid (larger than 4 MiB).
    base::Status keep(const Draft &draft) const;
    void drop(const QString &path) const;
    // What can be read; the rest stays where it is.
    QList<Draft> all() const;

private:
    QString fileOf(const QString &path) const;

    QString m_folder; // of this workspace
    QString m_workspace;
};

// A text without the values of these variables, where they are given in clear: in a .env file, in YAML as "NAME: value"
// and "NAME=value". References such as ${NAME} stay. Equal to the text where there is nothing to leave out.
QByteArray withoutSecrets(const QByteArray &text, FileKind kind, const QStringList &names);

} // namespace mediahelm::control
