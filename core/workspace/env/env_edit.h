// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/workspace/env/env_file.h"

namespace mediahelm::workspace {

// Edits of a .env file that change the bytes of one assignment and no other. What they make is read again: every other
// assignment must be as it was, else the edit is refused.

enum class EnvText {
    expanded, // ${NAME} in it is a reference
    literal, // a dollar is a dollar
};

// Sets the assignment that holds (the last of its name), in its own quotes where these can say the value; one that is
// not there is added at the end. Returns the whole file. Errors: invalid (the file, or the name: letters, digits and _
// that do not begin with a digit), conflict.
base::Result<QByteArray> setEnvValue(const QByteArray &bytes, const QString &name, const QString &value,
                                     EnvText kind = EnvText::expanded);

// Takes every assignment of the name out: its lines, the comment behind it, and the lines of comment directly above.
// Errors: as setEnvValue(); notFound.
base::Result<QByteArray> unsetEnvValue(const QByteArray &bytes, const QString &name);

} // namespace mediahelm::workspace
