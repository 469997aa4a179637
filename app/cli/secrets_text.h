// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret_name.h"
#include "core/secrets/secret_store.h"

#include <QByteArray>
#include <QString>

namespace mediahelm::app {

// What `secrets list` prints; never a value. Pure.
QString secretsTable(const secrets::SecretPlace &place, const QList<secrets::SecretEntry> &entries);
QByteArray secretsJson(const secrets::SecretPlace &place, const QList<secrets::SecretEntry> &entries);
// {"project", "name", "kept_in"}: what `secrets set` has kept, and `secrets remove` removed, with --json.
QByteArray secretJson(const secrets::WorkspaceSecret &secret, secrets::SecretKeeper keeper);
QString secretNames(const QList<secrets::SecretEntry> &entries); // one a line

QString keeperWords(secrets::SecretKeeper keeper); // "the keychain"
QString placeWords(const secrets::SecretPlace &place); // "the sealed file FILE, under the key KEY"

} // namespace mediahelm::app
