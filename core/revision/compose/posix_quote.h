// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace mediahelm::revision {

// One word as a POSIX shell reads it back unchanged: as it is where no shell takes any of its characters for more than
// themselves, else in single quotes (POSIX.1-2017, Shell Command Language 2.2). A word of a NUL has no such form.
QString posixQuoted(const QString &word);
QString posixLine(const QStringList &words); // joined by spaces

} // namespace mediahelm::revision
