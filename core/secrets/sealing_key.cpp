// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/sealing_key.h"

#include "core/base/durable_file.h"
#include "core/base/unique_fd.h"
#include "core/secrets/private_file.h"

#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace mediahelm::secrets {

using base::Error;
using base::ErrorKind;

namespace {

constexpr QLatin1String credentialName("secrets-key");
constexpr char kdfContext[crypto_kdf_CONTEXTBYTES + 1] = "mhsecret";
constexpr quint64 sealingSubkey = 1;
constexpr quint64 idSubkey = 2;

static_assert(SealingKey::masterSize == crypto_kdf_KEYBYTES);
static_assert(SealingKey::idSize >= crypto_kdf_BYTES_MIN);

Error ioError(const QString &what, const QString &path, int code)
{
    return {
        ErrorKind::io, QStringLiteral("%1 %2: %3").arg(what, path, QString::fromLocal8Bit(std::strerror(code))), {}};
}

Error wrongSize(const QString &path)
{
    return {ErrorKind::invalid, QStringLiteral("%1 is no key: it must have exactly 32 bytes").arg(path),
            QStringLiteral("Put the right key there. A new one is made by: head -c 32 /dev/urandom. "
                           "What was sealed under another key cannot be read with it.")};
}

// Exactly the master key's bytes, and then the end.
base::Status readMaster(int fd, GuardedBytes &master, const QString &path)
{
    std::size_t done = 0;
    for (;;) {
        unsigned char beyond = 0;
        const bool full = done == master.size();
        const ssize_t n = full ? ::read(fd, &beyond, 1) : ::read(fd, master.data() + done, master.size() - done);
        sodium_memzero(&beyond, 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return ioError(QStringLiteral("cannot read"), path, errno);
        if (n == 0)
            return full ? base::Status() : wrongSize(path);
        if (full)
            return wrongSize(path);
        done += static_cast<std::size_t>(n);
    }
}

} // namespace

KeyPlaces KeyPlaces::inEnvironment(const QString &keyFile)
{
    KeyPlaces places{{}, keyFile};
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    const QString credential = folder + u'/' + credentialName;
    // Anything under that name, also a broken link: a credential that cannot be used is no reason to take another key.
    if (folder.startsWith(u'/') && (QFileInfo::exists(credential) || QFileInfo(credential).isSymLink()))
        places.credential = credential;
    return places;
}

base::Result<std::shared_ptr<const SealingKey>> SealingKey::read(const KeyPlaces &places)
{
    const base::Result<base::UniqueFd> file = openPrivateFile(places.inUse());
    if (!file)
        return file.error();
    GuardedBytes master(masterSize);
    auto key = std::make_shared<SealingKey>();
    key->m_key = GuardedBytes(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (!master.valid() || !key->m_key.valid())
        return Error{ErrorKind::io, QStringLiteral("there is no memory for the key of the secrets"), {}};
    if (const base::Status read = readMaster(file->get(), master, places.inUse()); !read)
        return read.error();
    key->m_id.resize(idSize);
    crypto_kdf_derive_from_key(key->m_key.data(), key->m_key.size(), sealingSubkey, kdfContext, master.data());
    crypto_kdf_derive_from_key(reinterpret_cast<unsigned char *>(key->m_id.data()), idSize, idSubkey, kdfContext,
                               master.data());
    return std::shared_ptr<const SealingKey>(std::move(key));
}

base::Status SealingKey::makeKeyFile(const QString &path)
{
    GuardedBytes master(masterSize);
    if (!master.valid())
        return Error{ErrorKind::io, QStringLiteral("there is no memory for the key of the secrets"), {}};
    randombytes_buf(master.data(), master.size());

    // Without a copy. Whole or not at all: a crash half-way must not leave a key that is too short.
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(master.data()), masterSize);
    const base::Status made = base::createDurably(path, bytes);
    return made || made.error().kind == ErrorKind::conflict ? base::Status() : made;
}

} // namespace mediahelm::secrets
