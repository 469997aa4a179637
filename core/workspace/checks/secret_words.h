// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mediahelm::workspace {

// Whether the name of a variable says that its value is secret: DB_PASSWORD, SONARR_API_KEY, apiToken. Not one that
// says where a secret lies (..._FILE) or something about one (TOKEN_EXPIRY).
bool isSecretName(const QString &name);

// Whether a value can be a secret at all: no switch, no path, not empty.
bool canBeSecret(const QString &value);

// Whether there is an address with a password in it, scheme://user:password@host, whose password is written out:
// `text` is as it stands in the file, with its variables.
bool hasPasswordInUrl(const QString &text);

// Whether a text as it stands in a file brings a value of its own, and not by variables alone: "sesame",
// "${PASSWORD:-sesame}".
bool bringsValue(const QString &text);

} // namespace mediahelm::workspace
