// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/unique_fd.h"

#include <QByteArray>
#include <QString>

namespace mediahelm::base {

// The file that a durable write fills before it gives it its name: ".NAME.mediahelm-XXXXXX" beside it. Its writer holds
// an flock on it, which the kernel gives back when the writer is killed: what nobody holds is left over. Removed with
// this object unless it was renamed. Owned by the call that writes; any thread.
class DurableTemporary
{
public:
    // Beside `target`. On failure errno says why.
    explicit DurableTemporary(const QString &target);
    ~DurableTemporary();
    DurableTemporary(const DurableTemporary &) = delete;
    DurableTemporary &operator=(const DurableTemporary &) = delete;

    bool valid() const { return m_fd.valid(); }
    int fd() const { return m_fd.get(); }
    const QByteArray &path() const { return m_path; }
    void setRenamed() { m_path.clear(); }

private:
    UniqueFd m_fd;
    QByteArray m_path; // empty: it has its name
};

// Removes from `folder` what writers that were killed have left: files of that name which nobody holds. All others
// stay, those of writers that live, too; on a file system without locks all do. Any process may, at any time.
void sweepTemporaries(const QString &folder);

} // namespace mediahelm::base
