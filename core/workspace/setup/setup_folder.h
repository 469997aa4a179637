// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/setup/setup.h"

namespace mediahelm::workspace {

// A new workspace on this machine, written beside where it is to be, so that a folder is there whole or not at all.
// Each step blocks for its fsyncs. Owned by who makes the workspace; one thread. What is not finished is taken away by
// the destructor; a killed program leaves a folder ".NAME.new-XXXXXX" beside it, and nothing of that name.
class SetupFolder
{
public:
    SetupFolder() = default;
    ~SetupFolder();
    SetupFolder(const SetupFolder &) = delete;
    SetupFolder &operator=(const SetupFolder &) = delete;

    // Writes all files, durably. The folder above is made where it misses. Errors: io, refused.
    base::Status write(const Setup &setup);
    // Gives it its name. Errors: conflict (something stands there meanwhile, other than an empty folder), io.
    base::Status finish();

private:
    QString m_target;
    QString m_temporary; // empty once it has its name, or is gone
};

// Writes into a workspace that is there: new files first, then what is changed, the manifest last; where one cannot be
// written, what was done before is taken back. Errors: conflict (a file has changed since, or is there now), io.
base::Status writeInto(const Setup &setup);

// Makes the folders that the services mount, with their owner where this user may give them away. Returns the words for
// those that could not be made.
QStringList makeFolders(const Setup &setup);

// What stands in a folder. Errors: invalid for what is no folder, refused, io; none where nothing is there.
base::Result<QStringList> whatStandsIn(const QString &folder);

} // namespace mediahelm::workspace
