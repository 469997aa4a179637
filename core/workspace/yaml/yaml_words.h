// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace mediahelm::workspace {

// A syntax fault of libyaml in words that say what stands there and how to mend it.
struct SyntaxWords {
    QString what;
    QString mend;
    bool atContext = false; // the place to show is where the construct began, not where the parser gave up
};

// `character` is the one at which the parser gave up, 0 at the end of the file.
SyntaxWords syntaxWords(const QByteArray &problem, const QByteArray &context, char character);

} // namespace mediahelm::workspace
