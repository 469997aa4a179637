// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/file_path.h"

#include <QByteArray>
#include <QMap>
#include <QSet>

namespace mediahelm::revision {

struct FileContent {
    QByteArray bytes;
    bool executable = false;

    friend bool operator==(const FileContent &, const FileContent &) = default;
};

// The files of a workspace at one moment. A value type. Whoever gathers it leaves out what is secret.
class Snapshot
{
public:
    static constexpr qsizetype mostFiles = 5'000;
    static constexpr qint64 largestFile = 8 * 1024 * 1024;
    static constexpr qint64 largestTotal = 64 * 1024 * 1024;

    // Errors: invalid beyond the limits; conflict when the path is there already, or is a folder and a file at once.
    base::Status add(const model::FilePath &path, const FileContent &content);

    const QMap<model::FilePath, FileContent> &files() const { return m_files; }
    const FileContent *find(const model::FilePath &path) const; // nullptr when it is not there
    bool isEmpty() const { return m_files.isEmpty(); }
    qint64 bytes() const { return m_bytes; }

    friend bool operator==(const Snapshot &a, const Snapshot &b) { return a.m_files == b.m_files; }

private:
    QMap<model::FilePath, FileContent> m_files;
    qint64 m_bytes = 0;
};

// Without some of its files.
Snapshot without(const Snapshot &snapshot, const QSet<model::FilePath> &paths);

} // namespace mediahelm::revision
