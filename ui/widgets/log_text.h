// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace mediahelm::ui {

// Makes a container's line harmless and plain (ECMA-48): escape sequences of every kind are taken out, also unfinished
// ones, other control characters too; a tab becomes spaces; of a line that returns to its start what is seen last
// stays. Bytes that are not UTF-8 are kept; displayText() shows them as U+FFFD.
QByteArray cleanLogLine(const QByteArray &line);

// As it is drawn: marks that turn the direction of writing, or are not seen at all, are shown as U+FFFD.
QString displayText(QByteArrayView line);

} // namespace mediahelm::ui
