// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace mediahelm::transport {

// Makes `folder` (0700) where it is missing and makes sure that nobody else can put anything into it: it and its
// parents belong to this user or root, and only this user may write in it. Sockets in it whose process is gone are
// removed. Errors: io; refused, for a folder that somebody else could change.
base::Status preparePrivateSocketFolder(const QString &folder);

// A fresh path in `folder` for a socket of this process, short and telling nothing about the host. Errors: invalid,
// when it would be longer than a socket's address can be.
base::Result<QString> newSocketPath(const QString &folder, const QString &purpose);

} // namespace mediahelm::transport
