// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/container_action.h"

namespace mediahelm::model {

QString containerActionName(ContainerAction action)
{
    switch (action) {
    case ContainerAction::start: return QStringLiteral("start");
    case ContainerAction::stop: return QStringLiteral("stop");
    case ContainerAction::restart: return QStringLiteral("restart");
    case ContainerAction::pause: return QStringLiteral("pause");
    case ContainerAction::unpause: return QStringLiteral("unpause");
    case ContainerAction::kill: return QStringLiteral("kill");
    case ContainerAction::remove: return QStringLiteral("remove");
    }
    return {};
}

} // namespace mediahelm::model
