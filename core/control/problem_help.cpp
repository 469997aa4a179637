// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/problem_help.h"

#include "core/workspace/help/help_pages.h"

namespace mediahelm::control {

std::optional<QString> problemHelp(const QString &code)
{
    return workspace::helpPage(code);
}

} // namespace mediahelm::control
