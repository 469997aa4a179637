// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QJsonDocument;

namespace mediahelm::app {

// Text from outside as a terminal may have it: without escape sequences (CSI, OSC, DCS and the like, to their end),
// control characters other than the tabulator, and characters that reorder what is around them. Bytes that are no UTF-8
// become U+FFFD. One line at a time: a sequence left open swallows at most the rest of its line.
QByteArray inertBytes(const QByteArray &line);
QString inertText(const QString &line);
// The same for words that stand among others: line ends and tabulators become spaces.
QString inertWords(const QString &text);
// JSON that says the same and may stand on a terminal: the characters that act there are escaped.
QByteArray inertJson(const QJsonDocument &document, bool oneLine = false);

} // namespace mediahelm::app
