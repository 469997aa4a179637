// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/configuration_file.h"

namespace mediahelm::control {

// What both sides made of `base`, line by line; where both changed the same lines, both stand there between markers.
// What is equal on all sides stays byte for byte. Errors: invalid (more than 4 MiB, or no text).
base::Result<MergedText> mergeTexts(const QByteArray &base, const QByteArray &theirs, const QByteArray &mine);

} // namespace mediahelm::control
