// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/run_note.h"

#include "core/base/durable_file.h"
#include "core/base/unique_fd.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr qint64 largestNote = 4096;

// A process is held by a descriptor while it is looked at: its number cannot come to mean another one.
class HeldProcess
{
public:
    explicit HeldProcess(qint64 id)
        : m_id(static_cast<pid_t>(id))
        , m_handle(static_cast<int>(::syscall(SYS_pidfd_open, m_id, 0)))
    {
    }

    bool isOf(const RunNote &note) const
    {
        return (note.session == 0 || session() == note.session) && environmentHas(note.mark);
    }

    void kill() const
    {
        if (m_handle.valid())
            ::syscall(SYS_pidfd_send_signal, m_handle.get(), SIGKILL, nullptr, 0);
        else
            ::kill(m_id, SIGKILL); // a kernel before 5.3
    }

private:
    QByteArray tell(const char *what) const
    {
        QFile file(QStringLiteral("/proc/%1/%2").arg(m_id).arg(QLatin1String(what)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // "ID (NAME) STATE PARENT GROUP SESSION ..."; a name may hold anything.
    qint64 session() const
    {
        const QByteArray text = tell("stat");
        const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
        return fields.value(3).toLongLong();
    }

    // One that has ended and was not reaped has none.
    bool environmentHas(const QByteArray &mark) const
    {
        const QByteArray entry = QByteArray(RunNote::variable) + '=' + mark;
        return tell("environ").split('\0').contains(entry);
    }

    const pid_t m_id;
    const base::UniqueFd m_handle;
};

} // namespace

Status noteRun(const QString &file, const QByteArray &mark)
{
    const base::UniqueFd fd(::open(QFile::encodeName(file).constData(),
                                   O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    const QByteArray line = mark + '\n';
    if (fd.valid() && ::write(fd.get(), line.constData(), std::size_t(line.size())) == line.size())
        return {};
    return Error{ErrorKind::io,
                 QStringLiteral("cannot write %1: %2").arg(file, QString::fromLocal8Bit(std::strerror(errno))),
                 {}};
}

void noteSession(const QString &file, qint64 session)
{
    const base::UniqueFd fd(::open(QFile::encodeName(file).constData(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW));
    const QByteArray line = QByteArray::number(session) + '\n';
    if (fd.valid())
        (void)!::write(fd.get(), line.constData(), std::size_t(line.size()));
}

Result<std::optional<RunNote>> readRunNote(const QString &file)
{
    const Result<QByteArray> text = base::readBounded(file, largestNote);
    if (!text && text.error().kind != ErrorKind::notFound)
        return text.error();
    // The last part stands behind the last line's end: a line without one was not whole.
    const QByteArrayList lines = text ? text->split('\n') : QByteArrayList();
    if (lines.size() < 2 || lines[0].isEmpty())
        return std::optional<RunNote>();
    const qint64 session = lines.size() < 3 ? 0 : lines[1].toLongLong();
    return std::optional(RunNote{lines[0], session > 1 ? session : 0});
}

void removeRunNote(const QString &file, const QByteArray &mark)
{
    const auto there = readRunNote(file);
    if (there && *there && (*there)->mark == mark)
        QFile::remove(file);
}

int killProcessesOf(const RunNote &note)
{
    int found = 0;
    const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        bool isNumber = false;
        const qint64 id = name.toLongLong(&isNumber);
        if (!isNumber || id <= 1)
            continue;
        const HeldProcess process(id);
        if (!process.isOf(note))
            continue;
        ++found;
        process.kill();
    }
    return found;
}

} // namespace mediahelm::revision
