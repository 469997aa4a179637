// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/text_help.h"

namespace mediahelm::control {

// Adds where a text is found in the file, until there are too many. Bytes that are not UTF-8 are found nowhere.
void findInText(const TextSearch &search, const QString &file, const QByteArray &text, FoundTexts &found);

} // namespace mediahelm::control
