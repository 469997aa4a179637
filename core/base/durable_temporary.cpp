// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_temporary.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mediahelm::base {

namespace {

constexpr std::string_view ours = ".mediahelm-";
constexpr std::size_t randomPart = 6;
constexpr int mostAttempts = 100; // a sweeper may be at each just when it was made

QByteArray nameTemplate(const QString &target)
{
    const QFileInfo info(target);
    constexpr qsizetype added = 1 + qsizetype(ours.size()) + qsizetype(randomPart);
    QByteArray name = QFile::encodeName(info.fileName());
    if (name.size() > NAME_MAX - added) {
        name.truncate(NAME_MAX - added);
        // Not within a character: there are file systems that refuse that.
        while (!name.isEmpty() && (name.back() & 0xC0) == 0x80)
            name.chop(1);
        name.chop(1);
    }
    return QFile::encodeName(info.absolutePath()) + "/." + name + QByteArray(ours.data(), ours.size())
        + QByteArray(randomPart, 'X');
}

bool isTemporary(std::string_view name)
{
    if (name.size() <= 1 + ours.size() + randomPart || name.front() != '.')
        return false;
    const std::string_view random = name.substr(name.size() - randomPart);
    return name.substr(name.size() - randomPart - ours.size(), ours.size()) == ours
        && std::all_of(random.begin(), random.end(),
                       [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
}

bool lock(int fd, int how)
{
    int done = 0;
    do
        done = ::flock(fd, how);
    while (done != 0 && errno == EINTR);
    return done == 0;
}

void sweep(int folder, const char *name)
{
    UniqueFd fd(::openat(folder, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!fd.valid())
        fd = UniqueFd(::openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat held {
    };
    struct stat there {
    };
    const uid_t user = ::geteuid();
    if (!fd.valid() || ::fstat(fd.get(), &held) != 0 || !S_ISREG(held.st_mode) || held.st_nlink != 1
        || (user != 0 && held.st_uid != user) || !lock(fd.get(), LOCK_EX | LOCK_NB))
        return;
    // It may have got its name between our looking and our holding it.
    if (::fstatat(folder, name, &there, AT_SYMLINK_NOFOLLOW) == 0 && there.st_ino == held.st_ino
        && there.st_dev == held.st_dev)
        ::unlinkat(folder, name, 0);
}

} // namespace

DurableTemporary::DurableTemporary(const QString &target)
{
    const QByteArray wanted = nameTemplate(target);
    for (int i = 0; i < mostAttempts; ++i) {
        m_path = wanted;
        m_path.detach();
        m_fd = UniqueFd(::mkostemp(m_path.data(), O_CLOEXEC));
        if (!m_fd.valid()) {
            m_path.clear();
            return;
        }
        // Where there are no locks nobody sweeps.
        static_cast<void>(lock(m_fd.get(), LOCK_EX));
        struct stat status {
        };
        if (::fstat(m_fd.get(), &status) != 0 || status.st_nlink > 0)
            return;
    }
}

DurableTemporary::~DurableTemporary()
{
    if (!m_path.isEmpty())
        ::unlink(m_path.constData());
}

void sweepTemporaries(const QString &folder)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(::opendir(QFile::encodeName(folder).constData()), ::closedir);
    if (!entries)
        return;
    while (const dirent *entry = ::readdir(entries.get())) {
        if (isTemporary(entry->d_name))
            sweep(::dirfd(entries.get()), entry->d_name);
    }
}

} // namespace mediahelm::base
