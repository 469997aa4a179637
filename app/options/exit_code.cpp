// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/exit_code.h"

namespace mediahelm::app {

int exitCodeFor(base::ErrorKind kind)
{
    using K = base::ErrorKind;
    switch (kind) {
    case K::timeout:
    case K::conflict: return ExitCode::temporary;
    case K::unreachable:
    case K::unsupported: return ExitCode::unavailable;
    case K::refused: return ExitCode::noPermission;
    case K::notFound: return ExitCode::noInput;
    case K::invalid: return ExitCode::data;
    case K::io: return ExitCode::io;
    case K::cancelled:
    case K::internal: break;
    }
    return ExitCode::failed;
}

int exitCodeFor(model::ConnectionProblem problem)
{
    return problem == model::ConnectionProblem::none ? ExitCode::ok : ExitCode::unavailable;
}

} // namespace mediahelm::app
