// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/guarded_bytes.h"

#include <QByteArray>

namespace mediahelm::secrets {

// Where the master key lies. A credential of the service manager (systemd.exec(5), LoadCredential=) counts more than
// the key file.
struct KeyPlaces {
    QString credential; // a file; empty when the service manager gives none
    QString keyFile;

    // $CREDENTIALS_DIRECTORY/secrets-key, when it is there, and `keyFile`.
    static KeyPlaces inEnvironment(const QString &keyFile);
    QString inUse() const { return credential.isEmpty() ? keyFile : credential; }
};

// The key that secrets are sealed under, derived from the master key: 32 bytes for XChaCha20-Poly1305. It is read for
// each use and wiped after it. A value that moves.
class SealingKey
{
public:
    static constexpr int masterSize = 32;
    static constexpr int idSize = 16;

    // Errors: notFound (neither credential nor key file); refused (others may read or write it, it is a symbolic link,
    // or no permission), invalid (wrong size), each with what to do; io.
    static base::Result<std::shared_ptr<const SealingKey>> read(const KeyPlaces &places);
    // Makes the key file, 0600 and durable, unless it is there already: the folder exists. Errors: io.
    static base::Status makeKeyFile(const QString &path);

    const unsigned char *bytes() const { return m_key.data(); }
    // Tells keys apart without telling anything of them.
    const QByteArray &id() const { return m_id; }

private:
    GuardedBytes m_key;
    QByteArray m_id;
};

} // namespace mediahelm::secrets
