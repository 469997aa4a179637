// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace mediahelm::workspace {

// The help pages of findings (model::Diagnostic::code), resources/help/diagnostics/CODE.md. Any thread.

QStringList helpCodes(); // sorted
// Markdown: a heading of what it is, then why it matters, how to mend it and mostly an example. Nothing for a code that
// has no page.
std::optional<QString> helpPage(const QString &code);
QString helpTitle(const QString &code); // the heading; empty likewise

} // namespace mediahelm::workspace
