// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/bearer_token.h"

#include "core/base/unique_fd.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mediahelm::server {

using base::Error;
using base::ErrorKind;

namespace {

constexpr qsizetype shortest = 16;
constexpr qsizetype longest = 512;

QByteArray digestOf(QByteArrayView text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(text);
    return hash.result();
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::strchr("-._~+/", c);
}

// b68token of RFC 6750, 2.1, within our lengths.
bool isToken(QByteArrayView text)
{
    if (text.size() < shortest || text.size() > longest)
        return false;
    while (text.endsWith('='))
        text.chop(1);
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c && isTokenCharacter(c); });
}

Error invalidFile(const QString &path, const QString &what)
{
    return Error{ErrorKind::invalid, QStringLiteral("the token file %1 %2").arg(path, what), {}};
}

// What keeps the file from being one that only its owner can read; empty when it is fine.
QString complaint(const struct stat &status)
{
    if (!S_ISREG(status.st_mode))
        return QStringLiteral("is not a regular file");
    if (status.st_uid != ::geteuid() && status.st_uid != 0)
        return QStringLiteral("belongs to another user");
    if (status.st_mode & 0177)
        return QStringLiteral("can be read by others than its owner; run chmod 600 on it");
    return {};
}

} // namespace

base::Result<BearerToken> BearerToken::fromFile(const QString &path)
{
    // Not blocking: a named pipe must not stop the start.
    const base::UniqueFd file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.valid())
        return invalidFile(path, QStringLiteral("cannot be opened: %1").arg(qt_error_string(errno)));
    struct stat status {
    };
    if (::fstat(file.get(), &status) != 0)
        return invalidFile(path, QStringLiteral("cannot be examined: %1").arg(qt_error_string(errno)));
    if (const QString found = complaint(status); !found.isEmpty())
        return invalidFile(path, found);

    QByteArray content(longest + 3, '\0');
    const ssize_t size = ::read(file.get(), content.data(), static_cast<std::size_t>(content.size()));
    if (size < 0)
        return invalidFile(path, QStringLiteral("cannot be read: %1").arg(qt_error_string(errno)));
    content.truncate(size);
    if (content.endsWith('\n'))
        content.chop(1);
    if (content.endsWith('\r'))
        content.chop(1);
    if (!isToken(content))
        return invalidFile(path,
                           QStringLiteral("holds no token: one line of %1 to %2 letters, digits or -._~+/ "
                                          "(make one with: openssl rand -hex 32)")
                               .arg(shortest)
                               .arg(longest));
    BearerToken token;
    token.m_digest = digestOf(content);
    content.fill('\0');
    return token;
}

bool BearerToken::matches(QByteArrayView shown) const
{
    // Both digests have one length, and every byte is looked at whatever was found before.
    const QByteArray other = digestOf(shown);
    if (m_digest.size() != other.size())
        return false;
    volatile unsigned char difference = 0;
    for (qsizetype i = 0; i < other.size(); ++i)
        difference = difference | static_cast<unsigned char>(m_digest[i] ^ other[i]);
    return difference == 0;
}

} // namespace mediahelm::server
