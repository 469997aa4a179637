// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/sealing_key.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace mediahelm::secrets {

// What a file of sealed secrets holds, opened. The bytes of the file:
//   "mediahelm-secrets 1\n", the key's id (16), a nonce (24), and the entries sealed by XChaCha20-Poly1305-IETF with
//   all that stands before the nonce as associated data.
// All entries are sealed as one, so that none can be altered, swapped, left out or put back; each write has a nonce of
// its own. An entry, little-endian: length of the key (2) and the key in UTF-8, time in ms since 1970 (8), length of
// the value (4) and the value; before them their number (4). They are in the order of their keys. Opened, they lie in
// guarded memory. A value that moves; pure.
class SealedDocument
{
public:
    static constexpr qsizetype longestKey = 1024;
    static constexpr qsizetype longestValue = 65'536;
    static constexpr qsizetype largestFile = 8'388'608;

    struct Entry {
        QString key;
        QDateTime setAt;
        std::size_t at = 0; // of the value in the plain text
        std::size_t size = 0;
    };

    // Errors: invalid (damaged, altered, no such file, or sealed under another key), unsupported (a newer version's).
    static base::Result<std::shared_ptr<SealedDocument>> open(const QByteArray &file, const SealingKey &key);
    // With a nonce of its own each time. Errors: invalid (too large), io (no memory).
    base::Result<QByteArray> seal(const SealingKey &key) const;

    const std::vector<Entry> &entries() const { return m_entries; }
    const Entry *find(const QString &key) const;
    QByteArray value(const Entry &entry) const; // whoever takes it wipes it
    // Errors: invalid (key or value too long), io (no memory).
    base::Status set(const QString &key, const QByteArray &value, const QDateTime &at);
    base::Status remove(const QString &key);

private:
    base::Status read(); // m_entries from m_plain
    base::Status rebuild(const QString &without, const QByteArray &record);

    GuardedBytes m_plain; // empty: no entries
    std::vector<Entry> m_entries;
};

} // namespace mediahelm::secrets
