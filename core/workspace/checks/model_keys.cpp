// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/model_keys.h"

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

const QSet<QString> &singleKeys()
{
    static const QSet<QString> keys{u"container_name"_s, u"network_mode"_s, u"pid"_s,        u"ipc"_s,
                                    u"restart"_s,        u"privileged"_s,   u"hostname"_s,   u"scale"_s,
                                    u"mac_address"_s,    u"user"_s,         u"userns_mode"_s};
    return keys;
}

const QSet<QString> &listKeys()
{
    static const QSet<QString> keys{u"cap_add"_s, u"security_opt"_s, u"profiles"_s, u"dns"_s, u"extra_hosts"_s};
    return keys;
}

const QSet<QString> &referenceKeys()
{
    static const QSet<QString> keys{u"networks"_s,     u"configs"_s, u"secrets"_s,
                                    u"volumes_from"_s, u"links"_s,   u"depends_on"_s};
    return keys;
}

} // namespace mediahelm::workspace
