// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process_environment.h"

#include <QProcessEnvironment>

namespace mediahelm::base {

QMap<QString, QString> processEnvironment()
{
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    QMap<QString, QString> all;
    const QStringList names = system.keys();
    for (const QString &name : names)
        all.insert(name, system.value(name));
    return all;
}

} // namespace mediahelm::base
