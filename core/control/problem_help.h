// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace mediahelm::control {

// The help page of a finding (model::Diagnostic::code): Markdown, with a heading of what it is, then why it matters and
// how to mend it. Nothing for a code that has no page. Any thread.
std::optional<QString> problemHelp(const QString &code);

} // namespace mediahelm::control
