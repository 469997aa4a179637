// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/revision.h"

namespace mediahelm::revision {

// Who runs this process, as the machine knows them: full name or login, and login@host. Reads the user database.
model::Author localAuthor();

} // namespace mediahelm::revision
