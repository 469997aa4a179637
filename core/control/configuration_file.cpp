// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration_file.h"

#include <QCryptographicHash>

namespace mediahelm::control {

QByteArray textDigest(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace mediahelm::control
