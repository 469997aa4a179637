// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/unique_fd.h"

#include <QString>

#include <utility>

namespace mediahelm::revision {

// The right to change a workspace's folder of ours, for one process at a time: an flock on ".mediahelm/lock", which the
// kernel gives back when the process ends, however it ends. The file says who has it and what for. Taken again within
// the process it counts. Owned by whoever owns the store and the restorer, and borrowed by both; one thread.
class FolderLock
{
public:
    // Holds it while it lives. The lock outlives it.
    class Lease
    {
    public:
        explicit Lease(FolderLock &lock)
            : m_lock(&lock)
        {
        }
        Lease(Lease &&other) noexcept
            : m_lock(std::exchange(other.m_lock, nullptr))
        {
        }
        Lease &operator=(Lease &&other) noexcept
        {
            std::swap(m_lock, other.m_lock);
            return *this;
        }
        ~Lease()
        {
            if (m_lock)
                m_lock->letGo();
        }
        // The last one that had it was killed while it did: what it was writing may lie half done, until it is mended.
        bool formerDied() const { return m_lock->m_formerDied; }
        void setMended() { m_lock->m_formerDied = false; }

    private:
        FolderLock *m_lock;
    };

    // `program` is told to others who want it.
    FolderLock(const QString &workspace, const QString &program, const base::Clock &clock);

    // Makes ".mediahelm" where there is none. `purpose` continues "is": "saving a revision". Errors: conflict, which
    // says who has it, for what and since when; io.
    base::Result<Lease> take(const QString &purpose);

    const QString &workspace() const { return m_workspace; }
    QString folder() const; // ".mediahelm"

private:
    base::Status open(const QString &purpose);
    void letGo();

    const QString m_workspace;
    const QString m_program;
    const base::Clock &m_clock;
    base::UniqueFd m_fd; // while held
    int m_leases = 0;
    bool m_formerDied = false;
};

} // namespace mediahelm::revision
