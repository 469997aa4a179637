// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/observed_container.h"

#include <QCryptographicHash>

namespace mediahelm::model {

QByteArray digestOf(const QString &value)
{
    return QCryptographicHash::hash(value.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace mediahelm::model
