// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/unique_fd.h"

namespace mediahelm::secrets {

// Opens a file that nobody else may read or write: it belongs to this user or root, is a regular file, no symbolic
// link, and neither its permission bits nor its access control list let others in. (The service manager hands
// credentials to a service's user by such a list, acl(5), which shows as a permission of the group.)
// Errors: notFound; refused, with what to do; io.
base::Result<base::UniqueFd> openPrivateFile(const QString &path);

// Whether a folder belongs to this user or root, and nobody else may put files into it. Errors: refused, io.
base::Status checkPrivateFolder(const QString &path);

} // namespace mediahelm::secrets
