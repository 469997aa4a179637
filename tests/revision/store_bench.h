// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/store/folder_lock.h"
#include "core/revision/store/revision_store.h"
#include "fakes/manual_clock.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <initializer_list>
#include <utility>

namespace mediahelm::tests {

using File = std::pair<const char *, QByteArray>; // a path that ends with '*' is executable, without the star

model::FilePath path(const char *text);
revision::Snapshot snapshot(std::initializer_list<File> files);
revision::SaveRequest request(const revision::Snapshot &snapshot, const char *message = "change");
model::Deployment deployment(model::Verdict verdict);

// What the crash sweeps go between; used by the program that is killed, and by the test that looks at what it left.
revision::Snapshot before();
revision::Snapshot after();

// A workspace's folder on disk.
void writeWorkspace(const QString &folder, const revision::Snapshot &snapshot);
// Everything in it but ".mediahelm"; folders without files end with '/'.
QMap<QString, QByteArray> readWorkspace(const QString &folder);
QMap<QString, QByteArray> asRead(const revision::Snapshot &snapshot);

// The real git, on the workspace's store: its exit code and everything that it said.
struct GitSays {
    int exitCode = -1;
    QByteArray text;
};
GitSays git(const QString &workspace, const QStringList &arguments, const QByteArray &input = {});
// Plain git finds nothing wrong: no error, no warning, nothing missing.
QByteArray fsck(const QString &workspace); // empty when it is so

// A store over an empty workspace.
class StoreBench
{
public:
    StoreBench();

    QString folder() const { return m_folder.path(); }
    QString storePath() const { return folder() + QStringLiteral("/.mediahelm/revisions.git"); }
    // Saves, a minute later, and gives the revision; a failure fails the test.
    model::Revision save(const revision::SaveRequest &what);
    model::Revision save(std::initializer_list<File> files, const char *message = "change");

    fakes::ManualClock clock;

private:
    QTemporaryDir m_folder;

public:
    revision::FolderLock lock;
    revision::RevisionStore store;
};

} // namespace mediahelm::tests
