// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret_store.h"

#include <QMap>

namespace mediahelm::secrets {

// Which keys a keychain holds for us and since when: a keychain can be asked for one entry, not for all. Kept in it as
// an entry of its own, {"version": 1, "entries": {KEY: TIME}}. It may name more than there is, after a crash between
// two writes, never less: whoever lists reads each entry. A value; pure.
class KeychainIndex
{
public:
    // Errors: invalid, unsupported (a newer version's).
    static base::Result<KeychainIndex> parse(const QByteArray &json);
    QByteArray toJson() const;

    bool contains(const QString &key) const { return m_entries.contains(key); }
    void insert(const QString &key, const QDateTime &at) { m_entries.insert(key, at.toUTC()); }
    void remove(const QString &key) { m_entries.remove(key); }
    QList<SecretEntry> entries(const QString &prefix) const; // by key

private:
    QMap<QString, QDateTime> m_entries;
};

} // namespace mediahelm::secrets
