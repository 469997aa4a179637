// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mediahelm::ui {

// What core said in English, in the language of the program. The command line prints the same sentences, and the
// revision store keeps those of earlier deployments: so they are one string each, and are known again by the phrases
// that they are made of (phrase_tables.h), whose places have names, numbers and further phrases. What is not known,
// such as the words of Docker, stays as it is. Pure; main thread.
QString inOurWords(const QString &english);

} // namespace mediahelm::ui
