// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/folder_lock.h"

#include "core/base/durable_file.h"

#include <QFile>
#include <QTimer>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace mediahelm::secrets {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

class LockWait final : public QObject
{
public:
    LockWait(QString folder, std::chrono::milliseconds deadline, QObject *parent)
        : QObject(parent)
        , m_folder(std::move(folder))
        , m_deadline(deadline)
    {
        m_since.start();
        m_again.setInterval(20ms);
        connect(&m_again, &QTimer::timeout, this, &LockWait::attempt);
    }

    QFuture<Result<HeldLock>> future() const { return m_pending.future(); }

    void attempt()
    {
        if (const base::Status made = base::makePrivateFolder(m_folder); !made)
            return finish(made.error());
        auto fd = std::make_shared<base::UniqueFd>(
            ::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!fd->valid())
            return finish(Error{errno == EACCES ? ErrorKind::refused : ErrorKind::io,
                                QStringLiteral("cannot open the folder %1: %2")
                                    .arg(m_folder, QString::fromLocal8Bit(std::strerror(errno))),
                                {}});
        if (::flock(fd->get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
            return finish(HeldLock(std::move(fd)));
        if (m_since.hasExpired(m_deadline.count()))
            return finish(Error{ErrorKind::timeout,
                                QStringLiteral("another process does not let go of the secrets in %1").arg(m_folder),
                                {}});
        if (!m_again.isActive())
            m_again.start();
    }

private:
    void finish(Result<HeldLock> result)
    {
        m_again.stop();
        deleteLater();
        m_pending.finish(std::move(result));
    }

    const QString m_folder;
    const std::chrono::milliseconds m_deadline;
    QElapsedTimer m_since;
    QTimer m_again;
    base::Pending<HeldLock> m_pending;
};

} // namespace

QFuture<Result<HeldLock>> lockFolder(const QString &folder, std::chrono::milliseconds deadline, QObject *parent)
{
    auto *wait = new LockWait(folder, deadline, parent);
    const QFuture<Result<HeldLock>> future = wait->future();
    wait->attempt();
    return future;
}

} // namespace mediahelm::secrets
