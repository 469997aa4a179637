// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace mediahelm::base {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::cancelled: return QStringLiteral("cancelled");
    case ErrorKind::timeout: return QStringLiteral("timeout");
    case ErrorKind::unreachable: return QStringLiteral("unreachable");
    case ErrorKind::refused: return QStringLiteral("refused");
    case ErrorKind::notFound: return QStringLiteral("notFound");
    case ErrorKind::conflict: return QStringLiteral("conflict");
    case ErrorKind::invalid: return QStringLiteral("invalid");
    case ErrorKind::unsupported: return QStringLiteral("unsupported");
    case ErrorKind::io: return QStringLiteral("io");
    case ErrorKind::internal: return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

} // namespace mediahelm::base
